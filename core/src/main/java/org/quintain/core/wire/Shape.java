package org.quintain.core.wire;

import java.util.Map;

/**
 * The wire form of one declared type: writes values as plain JSON trees, reads them back within their limits, and
 * describes itself.
 */
public sealed interface Shape
        permits BytesShape,
                TextShape,
                IntegerShape,
                BigIntegerShape,
                BooleanShape,
                EnumShape,
                OptionalShape,
                ListShape,
                RecordShape,
                FileShape,
                TargetShape,
                VoidShape {

    /**
     * Writes a value.
     *
     * @param value of the declared type
     * @param links how targets and files travel
     * @return a plain JSON tree
     */
    Object write(Object value, Links links);

    /**
     * Reads a value.
     *
     * @param tree a plain JSON tree
     * @param at where the tree stands, for messages, for example {@code answers.key}
     * @param links how targets and files travel
     * @return a value of the declared type
     * @throws org.quintain.core.RefusedException if the tree has another form or is past a limit
     */
    Object read(Object tree, String at, Links links);

    /**
     * Describes the form, for handouts and schemas.
     *
     * @return {@code {"type": …}} with the limits
     */
    Map<String, Object> describe();
}
