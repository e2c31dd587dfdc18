package org.quintain.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list of values of one form.
 *
 * @param of the shape of the elements
 * @param min least number of elements
 * @param max greatest number of elements
 */
public record ListShape(Shape of, int min, int max) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        List<Object> out = new ArrayList<>();
        for (Object element : (List<?>) value) {
            out.add(of.write(element, links));
        }
        return out;
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        if (!(tree instanceof List<?> list)) {
            throw Refusals.kind(at, "list", tree);
        }
        Refusals.requireSize(at, "elements", list.size(), min, max);
        List<Object> values = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            values.add(of.read(list.get(i), at + "[" + i + "]", links));
        }
        return List.copyOf(values);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> form = Refusals.described("list", min, max);
        form.put("of", of.describe());
        return form;
    }
}
