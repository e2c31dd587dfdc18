package org.quintain.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that an {@code int} or {@code long} may take, both ends included.
 *
 * <p>Without it a {@code long} travels within plus or minus 2^53 - 1, which every JSON reader keeps exactly.
 */
@Stable
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Range {
    /**
     * The least value accepted.
     *
     * @return the least value
     */
    long min() default 0;

    /**
     * The greatest value accepted.
     *
     * @return the greatest value
     */
    long max();
}
