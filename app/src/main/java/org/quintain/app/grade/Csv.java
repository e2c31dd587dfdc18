package org.quintain.app.grade;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.quintain.core.text.Clean;

/** Tables for spreadsheets and platforms: CRLF, quoted where needed, cells that could be formulas behind an apostrophe. */
final class Csv {
    private static final int MAX_CELL = 200;

    /** For which program. */
    enum Dialect {
        /** RFC 4180: commas. */
        RFC("", ','),
        /** Excel with French settings: semicolons, and a byte order mark, without which it spoils accents. */
        EXCEL_FR("\uFEFF", ';');

        private final String mark;
        private final char separator;

        Dialect(String mark, char separator) {
            this.mark = mark;
            this.separator = separator;
        }
    }

    private final CsvWriter writer;
    private final Dialect dialect;

    Csv(Writer to, Dialect dialect) {
        try {
            to.write(dialect.mark);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
        this.dialect = dialect;
        this.writer = CsvWriter.builder()
                .fieldSeparator(dialect.separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(to);
    }

    /** Writes a line; what people wrote is cleaned, cut and guarded. */
    void line(List<String> cells) {
        writer.writeRecord(cells.stream().map(this::cell).toList());
    }

    private String cell(String text) {
        // A spreadsheet that splits at semicolons does so inside quotes, too; one that splits at commas does not.
        String clean = Clean.cell(text, MAX_CELL);
        return dialect == Dialect.RFC ? clean.replace(';', ',') : clean;
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
