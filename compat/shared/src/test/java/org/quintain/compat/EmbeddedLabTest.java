package org.quintain.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.LibraryVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Quintain inside a Spring Boot application: the same test against each line of Spring Boot. */
@SpringBootTest(classes = CompatApplication.class)
class EmbeddedLabTest {
    @Autowired
    private PlatformJson platformJson;

    @Test
    void quintainComesFromItsJar() {
        assertNotEquals("unpackaged", LibraryVersion.current());
    }

    @Test
    void thePlatformsJsonAndQuintainsParserWorkSideBySide() {
        String json = platformJson.write(Map.of("lab", "crypto.example"));

        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            assertEquals(JsonToken.START_OBJECT, parser.nextToken());
            assertEquals("lab", parser.nextName());
            assertEquals("crypto.example", parser.nextStringValue());
        }
    }
}
