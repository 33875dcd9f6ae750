package io.updraft.template;

import java.util.List;
import java.util.stream.Stream;

/** What a function may do: these actions on these resources, each by its name or as a pattern. */
public record Statement(List<String> actions, List<String> resources) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /** Reads the policies of a function; those that SAM has ready grant too much to be known here. */
  static Stream<Statement> read(Section policy) {
    if (!policy.has("Statement")) {
      throw policy.unsupported(policy.values().keySet().iterator().next());
    }
    return policy.sections("Statement").stream().map(Statement::of);
  }

  private static Statement of(Section statement) {
    if (!statement.text("Effect").equals("Allow")) {
      throw statement.unsupported("Effect");
    }
    return new Statement(statement.oneOrMore("Action"), statement.oneOrMore("Resource"));
  }
}
