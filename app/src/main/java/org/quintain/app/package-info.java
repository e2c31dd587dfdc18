/**
 * The command line: the only place that prints, opens paths and binds sockets.
 *
 * <p>How to add a command {@code walk-dog}:
 *
 * <ol>
 *   <li>A class {@code WalkDogCommand extends QuintainCommand}, annotated {@code @Command(name = "walk-dog")}, with options
 *       {@code @Option(names = "--seats", paramLabel = "N", descriptionKey = "option-seats")} and a {@code run()} that
 *       returns an {@link org.quintain.app.Exit} code. Words in a parameter's label that are not the same in every language
 *       are {@code "${bundle:label-file}"}. No description stands in an annotation.
 *   <li>One line in {@link org.quintain.app.Main#commands()}. The class is loaded when the command is called.
 *   <li>Texts in {@code app.en.properties} and {@code app.fr.properties}, in UTF-8: {@code cmd-walk-dog} (its first
 *       sentence is what the list of commands shows), {@code cmd-walk-dog-example} (one line or more, behind which the help
 *       ends) and a text for each {@code descriptionKey} and message. Keys have a-z, 0-9 and hyphens; {@code {name}} is a
 *       named argument; {@code ${DEFAULT-VALUE}} in an option's text is its default. The text of subcommand {@code new} of
 *       {@code key} is {@code cmd-key-new}.
 *   <li>Output goes to {@code out()}, everything that is no result to {@code err()}, words come from {@code text(key, name,
 *       value …)}, tables are written by {@link org.quintain.app.Table}. Nothing else prints.
 *   <li>What goes wrong is thrown: {@link org.quintain.app.Failure} with an exit code and a text; a {@link
 *       org.quintain.core.RefusedException} is said in core's words and ends with {@code Exit.USAGE}; an {@link
 *       java.io.UncheckedIOException} or {@link java.io.IOException} ends with {@code Exit.IO}; anything else is an incident
 *       and ends with {@code Exit.BROKEN}. No stack trace is shown without {@code -Dquintain.debug=true}.
 *   <li>Text that a learner or a file may have written goes through {@link org.quintain.core.text.Clean} (arguments of
 *       {@code text} do so by themselves, and are cut after 120 characters).
 *   <li>Tests start {@link org.quintain.app.Main#run} in process with a {@link org.quintain.app.Console} of their own.
 * </ol>
 */
package org.quintain.app;
