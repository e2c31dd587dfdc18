package org.quintain.app.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import org.quintain.core.RefusedException;

/**
 * A table as a spreadsheet saves it: cells between commas, semicolons or tabs, whichever the first line has most of;
 * quoted cells, all line ends and lines of different length are taken.
 */
public final class CsvLines {
    private CsvLines() {}

    /** Is told the lines. */
    @FunctionalInterface
    public interface Taker {
        /**
         * A line that is not blank.
         *
         * @param cells its cells as they are
         * @param line where it begins, from 1
         */
        void take(List<String> cells, long line);
    }

    /**
     * Reads a table.
     *
     * @param text the table
     * @param taker is told its lines in order
     * @param notCsv makes the refusal, from the number of the line in which a quoted cell does not end
     * @throws RefusedException the one that {@code notCsv} makes
     */
    public static void read(String text, Taker taker, LongFunction<RefusedException> notCsv) {
        long line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            while (records.hasNext()) {
                CsvRecord cells = records.next();
                line = cells.getStartingLineNumber();
                if (!cells.getFields().stream().allMatch(String::isBlank)) {
                    taker.take(cells.getFields(), line);
                }
            }
        } catch (CsvParseException unclosedQuote) {
            throw notCsv.apply(line + 1);
        } catch (IOException ofNoFile) {
            throw new UncheckedIOException(ofNoFile);
        }
    }

    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String in, char what) {
        return in.chars().filter(c -> c == what).count();
    }
}
