package org.quintain.compat;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the platform: Jackson 3 here. */
@Component
public class PlatformJson {
    private final JsonMapper mapper;

    PlatformJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }
}
