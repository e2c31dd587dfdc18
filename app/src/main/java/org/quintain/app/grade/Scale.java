package org.quintain.app.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.text.Clean;

/**
 * A mark beside the points: {@code points * top / maximum}, rounded to the nearest step, halves up.
 *
 * <p>Exact decimal arithmetic; a learner who has every point has {@code top}, and nobody else has.
 *
 * @param top the mark for all points, 1 to 1000
 * @param step distance of two marks: 1, 0.5, 0.25 or 0.1
 */
public record Scale(int top, BigDecimal step) {
    /**
     * Reads a scale as typed.
     *
     * @param text for example {@code 20}, {@code 20/0.5} or {@code 20/0,5}
     * @return the scale; whole marks if no step is given
     * @throws RefusedException {@code scale-form} if it is none
     */
    public static Scale parse(String text) {
        if (!text.matches("[0-9]{1,4}(/(1|0[.,](5|25|1)))?")) {
            throw new RefusedException(Message.of("scale-form", "found", Clean.line(text, 20)));
        }
        String[] parts = text.split("/");
        int top = Integer.parseInt(parts[0]);
        if (top < 1 || top > 1000) {
            throw new RefusedException(Message.of("scale-form", "found", text));
        }
        return new Scale(top, new BigDecimal(parts.length == 1 ? "1" : parts[1].replace(',', '.')));
    }

    /**
     * A mark.
     *
     * @param earned points, at most {@code max}
     * @param max points to be had
     * @return the mark with as many decimals as the step has; 0 if there is nothing to be had
     */
    public BigDecimal mark(int earned, int max) {
        if (max <= 0 || earned <= 0) {
            return BigDecimal.ZERO.setScale(step.scale());
        }
        BigDecimal steps =
                new BigDecimal((long) earned * top).divide(new BigDecimal(max).multiply(step), 0, RoundingMode.HALF_UP);
        BigDecimal mark = steps.multiply(step);
        boolean isRoundedToTop = earned < max && mark.compareTo(new BigDecimal(top)) >= 0;
        return isRoundedToTop ? new BigDecimal(top).subtract(step).setScale(step.scale()) : mark;
    }
}
