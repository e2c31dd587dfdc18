package org.quintain.solutions.net.dnskaminsky;

import org.junit.jupiter.api.Test;
import org.quintain.core.*;
import org.quintain.net.dnskaminsky.*;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.*;

class DnsKaminskyAttackTest {
    private static final DnsKaminskyLab LAB = new DnsKaminskyLab();
    private static final DnsKaminskyAttack ATTACK = new DnsKaminskyAttack();

    @Test
    void measure() {
        for (int seat = 0; seat < Integer.getInteger("n", 12); seat++) {
            for (boolean hard : new boolean[] {false, true}) {
                if (hard && seat > 2) continue;
                Setup setup = Setup.practice(LAB, seat, Params.of(Param.HARDENED, hard));
                long t0 = System.nanoTime();
                LabRun<Challenge, Answer> run = LAB.open(setup);
                Answer answer = ATTACK.run(run.challenge());
                long t1 = System.nanoTime();
                Verdict live = run.checker().check(new Answer(answer.port(), java.util.List.of()));
                long t2 = System.nanoTime();
                Verdict v = LAB.open(setup.again()).checker().check(answer);
                long t3 = System.nanoTime();
                System.out.println("SEAT " + seat + " " + hard + " live " + live.earned() + " script " + v.earned()
                        + " shots " + answer.script().size() + " "
                        + setup.meter().usage() + " run ms " + (t1 - t0) / 1000000 + " judge ms " + (t3 - t2) / 1000000
                        + (v.earned() < 100 ? " " + v.marks() : ""));
            }
        }
    }
}
