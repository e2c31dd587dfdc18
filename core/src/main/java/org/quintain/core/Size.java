package org.quintain.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large a value of variable size may be; every value that a learner sends has this limit.
 *
 * <p>The unit follows the type: bytes for {@link Bytes}, {@code byte[]} and {@link Attachment}; code points for
 * {@code String}; decimal digits for {@code BigInteger}; elements for {@code List}. It stands once, on the record
 * component or method parameter, and feeds the reader, the handout and the JSON schema.
 */
@Stable
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Size {
    /**
     * The smallest size accepted.
     *
     * @return the least size, 0 or more
     */
    int min() default 0;

    /**
     * The largest size accepted.
     *
     * @return the greatest size, at least {@link #min()}
     */
    int max();
}
