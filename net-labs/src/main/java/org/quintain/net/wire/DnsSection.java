package org.quintain.net.wire;

/** The parts of a message behind its header, in their order (RFC 1035 section 4.1). */
public enum DnsSection {
    /** What is asked: entries without time to live and data (RFC 1035 section 4.1.2). */
    QUESTION,
    /** Records that answer the question. */
    ANSWER,
    /** Records that point toward an authority. */
    AUTHORITY,
    /** Records that may help in using the others. */
    ADDITIONAL
}
