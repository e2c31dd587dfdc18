package org.quintain.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Level;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Json;

/** A lab's card as one JSON object, for scripts. */
final class CardJson {
    private CardJson() {}

    static String line(Lab<?, ?> lab, Brief brief) {
        LabCard card = lab.card();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("lab", card.id());
        out.put("title", brief.title());
        out.put("contentVersion", (long) card.contentVersion());
        out.put("levels", card.levels().stream().<Object>map(Level::tag).toList());
        out.put("minutes", (long) card.minutes());
        out.put("points", (long) card.maxPoints());
        out.put("assurance", card.assurance().name());
        out.put("hardened", card.hasHardenedTwin());
        out.put("tags", List.<Object>copyOf(card.tags()));
        return Json.write(out);
    }
}
