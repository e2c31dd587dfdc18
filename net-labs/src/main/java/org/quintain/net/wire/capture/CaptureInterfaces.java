package org.quintain.net.wire.capture;

import java.util.Arrays;

/** The interfaces that a section of a pcapng capture has described so far (pcapng section 4.2). */
final class CaptureInterfaces {
    /** More than any simulated network has; a limit against files that describe nothing else. */
    static final int MAX_COUNT = 4_096;
    /** Longer names are cut. */
    static final int MAX_NAME_CHARS = 256;

    private static final long NANOS_A_SECOND = 1_000_000_000;
    /** Seconds that a {@code long} of nanoseconds holds, less one for the fraction. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_A_SECOND - 1;

    /** if_tsresol if there is none: microseconds (section 4.2). */
    private static final int MICROS = 6;
    /** Bit of if_tsresol that says: a power of two (section 4.2). */
    private static final int POWER_OF_TWO = 0x80;
    /** The last powers with which a number of units in a second fits a {@code long}. */
    private static final int MAX_TEN = 18;

    private static final int MAX_TWO = 62;

    private int count;
    private int[] linkTypes = new int[4];
    private long[] snapLengths = new long[4];
    private String[] names = new String[4];
    private long[] unitsASecond = new long[4];
    private long[] offsetSeconds = new long[4];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int linkType(int index) {
        return linkTypes[index];
    }

    /** At most so many bytes of a packet; 0 for no limit (section 4.2). */
    long snapLengthBytes(int index) {
        return snapLengths[index];
    }

    String name(int index) {
        return names[index];
    }

    /** Adds what a block says: its fields and options begin at {@code at}, and end before {@code end}. */
    CaptureFlaw add(byte[] from, int at, int end, boolean isBigEndian) {
        if (count == MAX_COUNT) {
            return CaptureFlaw.TOO_MANY_INTERFACES;
        }
        if (count == names.length) {
            grow();
        }
        linkTypes[count] = Words.u16(from, at, isBigEndian);
        snapLengths[count] = Words.u32(from, at + 4, isBigEndian);
        names[count] = "";
        offsetSeconds[count] = 0;
        int resolution = MICROS;
        PcapngOptions options = new PcapngOptions(from, at + 8, end, isBigEndian);
        while (options.next()) {
            switch (options.code()) {
                case PcapngOptions.INTERFACE_NAME -> names[count] = shortened(options.text());
                case PcapngOptions.INTERFACE_RESOLUTION -> {
                    if (options.lengthBytes() != 1) {
                        return CaptureFlaw.BAD_OPTION;
                    }
                    resolution = from[options.at()] & 0xFF;
                }
                case PcapngOptions.INTERFACE_OFFSET -> {
                    if (options.lengthBytes() != 8) {
                        return CaptureFlaw.BAD_OPTION;
                    }
                    offsetSeconds[count] = Words.s64(from, options.at(), isBigEndian);
                }
                default -> {
                    // Says nothing about how to read packets.
                }
            }
        }
        if (options.isBad()) {
            return CaptureFlaw.BAD_OPTION;
        }
        if (resolution > ((resolution & POWER_OF_TWO) == 0 ? MAX_TEN : POWER_OF_TWO + MAX_TWO)) {
            return CaptureFlaw.UNSUPPORTED_RESOLUTION;
        }
        unitsASecond[count++] = unitsASecond(resolution);
        return CaptureFlaw.NONE;
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS);
    }

    private void grow() {
        int length = 2 * count;
        linkTypes = Arrays.copyOf(linkTypes, length);
        snapLengths = Arrays.copyOf(snapLengths, length);
        names = Arrays.copyOf(names, length);
        unitsASecond = Arrays.copyOf(unitsASecond, length);
        offsetSeconds = Arrays.copyOf(offsetSeconds, length);
    }

    private static long unitsASecond(int resolution) {
        if ((resolution & POWER_OF_TWO) != 0) {
            return 1L << (resolution & ~POWER_OF_TWO);
        }
        long units = 1;
        for (int i = 0; i < resolution; i++) {
            units *= 10;
        }
        return units;
    }

    /** Nanoseconds since 1970 of an unsigned number of units (section 4.3); the nearest that a {@code long} holds. */
    long epochNanos(int index, long units) {
        long each = unitsASecond[index];
        if (each == NANOS_A_SECOND && units >= 0 && offsetSeconds[index] == 0) {
            return units;
        }
        long seconds = Long.divideUnsigned(units, each);
        long nanos = scaled(Long.remainderUnsigned(units, each), each);
        long offset = offsetSeconds[index];
        long shifted = seconds + offset;
        // The units are unsigned, the offset is not: 2^63 seconds and more come back into range with a negative one.
        boolean isOver = shifted < 0 && (seconds < 0 || offset >= 0) || seconds < 0 && offset >= 0;
        if (isOver || shifted > MAX_SECONDS) {
            return Long.MAX_VALUE;
        }
        if (shifted < -MAX_SECONDS) {
            return Long.MIN_VALUE;
        }
        return shifted * NANOS_A_SECOND + nanos;
    }

    /** {@code part / each} of a second in nanoseconds, rounded down; the part is less than a second. */
    private static long scaled(long part, long each) {
        if (each <= NANOS_A_SECOND) {
            return part * NANOS_A_SECOND / each;
        }
        if (each % NANOS_A_SECOND == 0) {
            return part / (each / NANOS_A_SECOND);
        }
        // A power of two, at most 2^62: the product of 92 bits, shifted right.
        int shift = Long.numberOfTrailingZeros(each);
        long high = Math.multiplyHigh(part, NANOS_A_SECOND);
        long low = part * NANOS_A_SECOND;
        return high << 64 - shift | low >>> shift;
    }
}
