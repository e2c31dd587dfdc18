package org.quintain.app.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium without a window, which looks at pages as a reader's browser would; it needs no network and no display.
 *
 * <p>Pages are handed over as text. A page may carry a content security policy: scripts of the checks run in a copy of
 * the page from which it was taken out, or around the page.
 */
public final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int TIMEOUT_SECONDS = 120;
    private static final String AXE_TAGS = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile("<pre id=\"answer\">([^<]*)</pre>");
    private static final Optional<String> PROGRAM =
            NAMES.stream().filter(Browser::isInstalled).findFirst();

    private final String program;
    private final Path temp;
    private int files;

    private Browser(String program, Path temp) {
        this.program = program;
        this.temp = temp;
    }

    /**
     * The browser; the calling test is skipped, with a line on the console, if the machine has none.
     *
     * @param what is not looked at without it, for the line
     * @param temp a folder that the test owns
     * @return the browser
     */
    public static Browser orSkip(String what, Path temp) {
        if (PROGRAM.isEmpty()) {
            System.out.println("SKIPPED: " + what + " needs a browser, and chromium is not installed");
        }
        Assumptions.assumeTrue(PROGRAM.isPresent(), what + " needs a browser: chromium is not installed");
        return new Browser(PROGRAM.orElseThrow(), temp);
    }

    private static boolean isInstalled(String name) {
        try {
            return new ProcessBuilder(name, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * What axe-core finds: WCAG 2.0 to 2.2, levels A and AA, and its best practices.
     *
     * @param html a whole page
     * @return a line for each place and rule, empty if nothing is wrong
     */
    public List<String> violations(String html) {
        String run =
                "axe.run(document, {runOnly: {type: 'tag', values: " + AXE_TAGS + "}, resultTypes: ['violations']})"
                        + ".then(found => answer(found.violations.flatMap(rule => rule.nodes.map(node =>"
                        + " rule.id + ': ' + rule.help + ' | ' + node.target.join(' ') + ' | '"
                        + " + node.html.slice(0, 160) + ' | ' + node.failureSummary.replace(/\\s+/g, ' '))).join('\\n')),"
                        + " failed => answer('axe failed: ' + failed));";
        String answer = ask(withoutPolicy(html), axe() + ";" + run);
        return answer.isEmpty() ? List.of() : List.of(answer.split("\n"));
    }

    /**
     * How wide a page becomes in a narrow window, for WCAG 1.4.10 (reflow).
     *
     * @param html a whole page
     * @param widthPixels of the window, in CSS pixels; 320 is what a window of 1280 has at 400 % zoom
     * @return the page's scroll width; at most {@code widthPixels} if nobody has to scroll sideways
     */
    public int scrollWidthAt(String html, int widthPixels) {
        return Integer.parseInt(inFrame(html, widthPixels, "page.documentElement.scrollWidth"));
    }

    /**
     * Asks a question about a page that keeps its own content security policy.
     *
     * @param html a whole page
     * @param widthPixels of the frame in which it is shown
     * @param expression JavaScript over {@code page}, the document, and {@code view}, its window
     * @return its value as text
     */
    public String inFrame(String html, int widthPixels, String expression) {
        String around =
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>frame</title></head><body>"
                        + "<iframe width=\"" + widthPixels + "\" height=\"800\" style=\"border:0\" srcdoc=\""
                        + html.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe></body></html>";
        return ask(
                around,
                "const view = document.querySelector('iframe').contentWindow; const page = view.document;"
                        + "try { answer(String(" + expression
                        + ")); } catch (failed) { answer('failed: ' + failed); }");
    }

    /**
     * A page without its content security policy, so that a check can run in it.
     *
     * @param html a whole page
     * @return the page without the meta element
     */
    public static String withoutPolicy(String html) {
        return POLICY.matcher(html).replaceAll("");
    }

    /** Runs a script when the page has loaded, and returns what it gives to {@code answer}. */
    private String ask(String html, String script) {
        String asking = "<script>window.addEventListener('load', () => { function answer(text) {"
                + " document.documentElement.innerHTML = '<head></head><body><pre id=\"answer\">'"
                + " + encodeURIComponent(text) + '</pre></body>'; }\n" + script + "\n});</script>";
        int end = html.lastIndexOf("</body>");
        String dom = dom(html.substring(0, end) + asking + html.substring(end));
        Matcher answer = ANSWER.matcher(dom);
        if (!answer.find()) {
            throw new IllegalStateException(
                    "the browser gave no answer: " + dom.substring(0, Math.min(400, dom.length())));
        }
        return URLDecoder.decode(answer.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String dom(String html) {
        try {
            Path page = Files.writeString(temp.resolve("page-" + ++files + ".html"), html);
            Path dom = temp.resolve("dom-" + files + ".html");
            run(
                    List.of(
                            "--virtual-time-budget=20000",
                            "--dump-dom",
                            page.toUri().toString()),
                    dom);
            return Files.readString(dom);
        } catch (IOException cannotRun) {
            throw new UncheckedIOException(cannotRun);
        }
    }

    private void run(List<String> arguments, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--hide-scrollbars",
                "--window-size=1280,1000",
                "--user-data-dir=" + temp.resolve("profile")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("the browser takes too long");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script");
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
