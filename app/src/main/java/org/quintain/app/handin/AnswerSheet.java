package org.quintain.app.handin;

import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;

/** {@code answer.txt} or {@code reponse.txt}: a plain text of {@code key: value} lines that a learner fills in. */
public final class AnswerSheet {
    private AnswerSheet() {}

    /**
     * An empty sheet.
     *
     * @param handout the learner's handout
     * @param brief the lab's brief in the learner's language
     * @return the sheet, with line ends of Windows so that every editor shows it
     */
    public static String template(Handout handout, Brief brief) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether a file is meant as a sheet, however it was saved.
     *
     * @param head the first 4,096 bytes or fewer
     * @return whether it names the format
     */
    public static boolean isOne(byte[] head) {
        throw new UnsupportedOperationException();
    }

    /**
     * A filled-in sheet as a submission.
     *
     * @param content the file, at most the limit of a submission
     * @param labs where the lab's answer form is found
     * @return UTF-8 of {@code lab-submission/1}, or empty if every answer is still empty
     * @throws RefusedException {@code sheet-…} if it is no sheet that can be understood
     */
    public static Optional<Bytes> submission(Bytes content, Catalog labs) {
        throw new UnsupportedOperationException();
    }
}
