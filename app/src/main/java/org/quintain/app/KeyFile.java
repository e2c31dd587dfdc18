package org.quintain.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.derive.CourseKey;

/**
 * A file with a course key: one line of 64 hexadecimal digits or more, readable by its owner only.
 *
 * <p>Raw bytes are not read: then a key with a mistyped digit would silently become another key, and give a whole class
 * other instances.
 */
public final class KeyFile {
    private static final int KEY_BYTES = 32;
    private static final int MAX_FILE_BYTES = 4096;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /**
     * Reads a key.
     *
     * @param file one line of 64 or more hexadecimal digits
     * @return the key's bytes, 32 or more
     * @throws Failure if others may read the file, or it holds no usable key
     * @throws IOException if it cannot be read
     */
    public static Bytes read(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            requireOwnerOnly(file);
            content = in.readNBytes(MAX_FILE_BYTES + 1);
        }
        if (content.length > MAX_FILE_BYTES) {
            throw Failure.usage("key-too-large", "file", file, "limit", MAX_FILE_BYTES);
        }
        String hex = new String(content, StandardCharsets.ISO_8859_1).strip();
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                throw Failure.usage("key-no-hex", "file", file, "position", i + 1);
            }
        }
        if (hex.length() < 2 * CourseKey.MIN_BYTES || hex.length() % 2 != 0) {
            throw Failure.usage("key-length", "file", file, "found", hex.length(), "min", 2 * CourseKey.MIN_BYTES);
        }
        Bytes key = Bytes.ofHex(hex);
        try {
            CourseKey.of(key);
        } catch (IllegalArgumentException notRandom) {
            throw Failure.usage("key-not-random", "file", file);
        }
        return key;
    }

    /**
     * Writes a new random key; the file is the owner's alone from the moment it exists.
     *
     * @param file a path where nothing is yet
     * @return the key's public name
     * @throws IOException if there is something already, or it cannot be written
     */
    static String create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] line = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        Set<StandardOpenOption> isNew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, isNew, ownerOnly(file))) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        return CourseKey.of(Bytes.of(key)).keyId();
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            };
        }
        if (views.contains("acl")) {
            return new FileAttribute<?>[] {new OwnerAcl(owner(file))};
        }
        return new FileAttribute<?>[0];
    }

    private static UserPrincipal owner(Path file) throws IOException {
        return file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /** An access control list with one entry: everything for the owner. */
    private record OwnerAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        OwnerAcl(UserPrincipal owner) {
            this(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(owner)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }

        @Override
        public String name() {
            return "acl:acl";
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            if (posix.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                throw Failure.usage("key-readable", "file", file, "command", "chmod 600 " + file);
            }
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            UserPrincipal owner = acl.getOwner();
            for (AclEntry entry : acl.getAcl()) {
                if (entry.type() == AclEntryType.ALLOW
                        && !entry.principal().equals(owner)
                        && entry.permissions().contains(AclEntryPermission.READ_DATA)) {
                    throw Failure.usage(
                            "key-readable",
                            "file",
                            file,
                            "command",
                            "icacls " + file + " /inheritance:r /grant:r %USERNAME%:F");
                }
            }
        }
    }
}
