package org.quintain.app.handin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quintain.core.Message;

/**
 * A file in an archive.
 *
 * @param zip where its content is
 * @param entry what the archive says of it
 * @param zone for a time without a zone
 * @param name the last component of its path
 * @param refused why it must not be opened
 */
record ZipPlace(ZipFile zip, ZipEntry entry, ZoneId zone, String name, Optional<Message> refused) implements Place {
    ZipPlace(ZipFile zip, ZipEntry entry, ZoneId zone) {
        this(zip, entry, zone, entry.getName(), Optional.empty());
    }

    ZipPlace named(String otherName) {
        return new ZipPlace(zip, entry, zone, otherName, refused);
    }

    ZipPlace refusedFor(Message why) {
        return new ZipPlace(zip, entry, zone, name, Optional.of(why));
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public List<Place> children() throws IOException {
        throw new ZipException("a file");
    }

    @Override
    public InputStream open() throws IOException {
        if (refused.isPresent()) {
            throw new ZipException(refused.get().key());
        }
        InputStream content = zip.getInputStream(entry);
        if (content == null) {
            throw new ZipException("no content");
        }
        return new Verified(content, entry.getSize(), entry.getCrc());
    }

    @Override
    public long sizeBytes() {
        return entry.getSize();
    }

    @Override
    public Optional<Instant> modified() {
        return FileTimes.of(entry, zone);
    }

    /** Content that must have the size and the checksum that the archive gives for it. */
    private static final class Verified extends FilterInputStream {
        private final long sizeBytes;
        private final long checksum;
        private final CRC32 found = new CRC32();
        private long bytes;

        Verified(InputStream in, long sizeBytes, long checksum) {
            super(in);
            this.sizeBytes = sizeBytes;
            this.checksum = checksum;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            if (count > 0) {
                bytes += count;
                found.update(to, offset, count);
            }
            if (bytes > sizeBytes || count < 0 && (bytes < sizeBytes || found.getValue() != checksum)) {
                throw new ZipException("damaged");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
