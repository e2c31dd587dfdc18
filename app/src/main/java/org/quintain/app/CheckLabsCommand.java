package org.quintain.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quintain.core.Lab;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.Reference;
import org.quintain.core.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the contract of every lab with its reference attack. */
@Command(name = "check-labs")
final class CheckLabsCommand extends QuintainCommand {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int MAX_VIOLATION = 1000;

    @Parameters(arity = "0..*", paramLabel = "${bundle:label-lab}", descriptionKey = "argument-check-labs")
    private List<String> labIds = new ArrayList<>();

    @Option(names = "--seats", paramLabel = "N", defaultValue = "8", descriptionKey = "option-check-seats")
    private int seats;

    @Override
    public int run() {
        if (seats < 2) {
            throw Failure.usage("error-at-least", "name", "--seats", "min", 2, "found", seats);
        }
        Solutions solutions = references();
        if (solutions.isEmpty()) {
            throw Failure.usage("check-no-solutions");
        }
        List<Lab<?, ?>> labs = new ArrayList<>();
        if (labIds.isEmpty()) {
            labs.addAll(labs().labs());
        }
        labIds.stream().distinct().forEach(id -> labs.add(lab(id)));
        return report(labs, check(labs, solutions));
    }

    /** One report a lab, in the order of the labs; null for a lab without a reference attack. */
    private List<LabContract.Report> check(List<Lab<?, ?>> labs, Solutions solutions) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<LabContract.Report>> pending = new ArrayList<>();
            for (Lab<?, ?> lab : labs) {
                Reference<?, ?> attack = solutions.attack(lab.card().id()).orElse(null);
                pending.add(workers.submit(() -> attack == null ? null : LabContract.check(attack, seats)));
            }
            List<LabContract.Report> reports = new ArrayList<>();
            for (Future<LabContract.Report> one : pending) {
                reports.add(one.get());
            }
            return reports;
        } catch (ExecutionException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            workers.shutdownNow();
        }
    }

    private int report(List<Lab<?, ?>> labs, List<LabContract.Report> reports) {
        Table table = new Table(
                Set.of(1, 2, 3, 4, 5),
                text("column-lab"),
                text("column-seats"),
                text("column-violations"),
                text("column-mean"),
                text("column-worst"),
                text("column-slowest"));
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < labs.size(); i++) {
            String id = labs.get(i).card().id();
            LabContract.Report report = reports.get(i);
            if (report == null) {
                violations.add(text("check-no-attack", "lab", id));
                table.row(id, 0, 1, "-", "-", "-");
            } else {
                violations.addAll(report.violations());
                table.row(
                        id,
                        report.seats(),
                        report.violations().size(),
                        decimal(report.meanQueries()),
                        report.worstQueries(),
                        decimal(report.slowestCheckMicros() / MICROS_PER_MILLI));
            }
        }
        table.print(out());
        violations.forEach(violation -> out().println(Clean.line(violation, MAX_VIOLATION)));
        return violations.isEmpty() ? Exit.OK : Exit.BROKEN;
    }

    private String decimal(double value) {
        return String.format(language().locale(), "%.1f", value);
    }
}
