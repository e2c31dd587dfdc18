package org.quintain.core;

/** The version of the library that is running. */
public final class LibraryVersion {
    private LibraryVersion() {}

    /**
     * Reads the version that the build wrote into the jar.
     *
     * @return for example {@code 0.1.0}, or {@code unpackaged} when the classes do not come from a jar
     */
    public static String current() {
        String version = LibraryVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
