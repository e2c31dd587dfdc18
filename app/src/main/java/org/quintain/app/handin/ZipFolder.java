package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.quintain.core.Message;

/** A folder in an archive, made from the names of the files. */
final class ZipFolder implements Place {
    private static final int MAX_PATH = 200;

    private final String name;
    private final Map<String, ZipFolder> folders = new LinkedHashMap<>();
    private final Map<String, ZipPlace> files = new LinkedHashMap<>();

    private ZipFolder(String name) {
        this.name = name;
    }

    /**
     * All files of an archive as a tree.
     *
     * @param zip where their content is
     * @param entries the files, with at most {@link ZipArchive#MAX_ENTRIES}
     * @param zone for times without a zone
     * @return the root; a file whose name is refused lies directly in it under its whole name
     */
    static ZipFolder of(ZipFile zip, List<? extends ZipEntry> entries, ZoneId zone) {
        ZipFolder root = new ZipFolder("");
        for (ZipEntry entry : entries) {
            // Old tools of Windows write backslashes.
            String path = entry.getName().replace('\\', '/');
            if (!path.endsWith("/")) {
                root.add(path, new ZipPlace(zip, entry, zone));
            }
        }
        return root;
    }

    private void add(String path, ZipPlace file) {
        Optional<Message> refused = refusal(path);
        if (refused.isPresent()) {
            put(path, file.named(path).refusedFor(refused.get()));
            return;
        }
        List<String> components = components(path);
        ZipFolder folder = this;
        for (String component : components.subList(0, components.size() - 1)) {
            folder = folder.folders.computeIfAbsent(component, ZipFolder::new);
        }
        String last = components.get(components.size() - 1);
        ZipPlace named = file.named(last);
        folder.put(last, ZipArchive.isTooTight(file.entry()) ? named.refusedFor(tooTight(file.entry())) : named);
    }

    private void put(String fileName, ZipPlace file) {
        files.merge(fileName, file, (first, second) -> first.refusedFor(Message.of("zip-twice")));
    }

    private static Message tooTight(ZipEntry entry) {
        return Message.of(
                "zip-ratio",
                "limit",
                ZipArchive.MAX_RATIO,
                "found",
                entry.getSize() / Math.max(1, entry.getCompressedSize()));
    }

    private static Optional<Message> refusal(String path) {
        boolean isAbsolute = path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*");
        if (isAbsolute || components(path).isEmpty() || components(path).contains("..")) {
            return Optional.of(Message.of("zip-path"));
        }
        int length = path.codePointCount(0, path.length());
        return length > MAX_PATH
                ? Optional.of(Message.of("zip-path-long", "limit", MAX_PATH, "found", length))
                : Optional.empty();
    }

    private static List<String> components(String path) {
        return Arrays.stream(path.split("/"))
                .filter(component -> !component.isEmpty() && !component.equals("."))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.FOLDER;
    }

    @Override
    public List<Place> children() {
        List<Place> children = new ArrayList<>(folders.values());
        children.addAll(files.values());
        children.sort(ORDER);
        return children;
    }

    @Override
    public InputStream open() throws IOException {
        throw new IOException("a folder");
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public Optional<Instant> modified() {
        return Optional.empty();
    }
}
