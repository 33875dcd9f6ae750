package io.updraft.permissions;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.permissions.flow.Program;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the analysis finds in the code of a handler, as texts that are short in a test: {@code
 * dynamodb:Query TABLE/index/due}, {@code ALLOWED optional}.
 */
public record Found(Set<String> uses, Set<String> settings, List<String> unclear) {
  private static final String REQUIRED = " required";

  // One for all: what it keeps of one handler must not show in what is found in the next.
  private static final Program PROGRAM = new Program();

  public static Found in(Class<?> handler) {
    return in(handler, PROGRAM);
  }

  public static Found in(Class<?> handler, Program program) {
    CodeUses code = CodeUses.of(handler.getName(), program);
    // Asked first, as whoever trusts what is found only where nothing is unclear does.
    List<String> unclear = code.unclear();
    return new Found(
        sorted(code.uses().stream().map(Found::text)),
        sorted(code.settings().stream().map(Found::text)),
        unclear);
  }

  /** The same, where no place in the code may be unclear. */
  public static Found clearlyIn(Class<?> handler) {
    Found found = in(handler);
    assertThat(found.unclear()).isEmpty();
    return found;
  }

  /** Names of the settings, where all of them have to be there. */
  public Set<String> required() {
    assertThat(settings).allMatch(setting -> setting.endsWith(REQUIRED));
    return sorted(settings.stream().map(s -> s.substring(0, s.length() - REQUIRED.length())));
  }

  private static String text(Use use) {
    return use.action() + " " + use.variable().orElse("") + use.part();
  }

  private static String text(Setting setting) {
    return setting.name() + (setting.required() ? REQUIRED : " optional");
  }

  private static Set<String> sorted(Stream<String> texts) {
    return texts.collect(toCollection(TreeSet::new));
  }
}
