package io.updraft.permissions;

import io.updraft.permissions.flow.Flow;
import io.updraft.permissions.flow.Method;
import io.updraft.permissions.flow.Program;
import io.updraft.permissions.flow.Value;
import io.updraft.permissions.flow.Watcher;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what the code of one handler does to AWS, and which settings it reads. */
public final class CodeUses implements Watcher {
  private static final String ENVIRONMENT = "io/updraft/lambda/Environment";

  /** Variables that Lambda sets itself, or the one-machine runtime in its place. */
  private static final String PLATFORM = "AWS_";

  /** Its second argument is the name of a setting, or of what names a secret in its place. */
  private static final String SECRETS = "io/updraft/secrets/Secrets";

  /** Reads what is not there, before a snapshot; where that is denied, a line in the log is all. */
  private static final String PRIMING = "io/updraft/dynamodb/DynamoClients";

  private static final Set<String> REQUIRING = Set.of("text", "integer", "uri");

  private final Set<Setting> settings = new HashSet<>();
  private final Finds finds = new Finds();
  private final TableUses tables = new TableUses(finds);
  private final RequestUses requests = new RequestUses(finds);

  private CodeUses() {}

  /** Of the class of this name, and of all that it can call. */
  public static CodeUses of(String handler, Program program) {
    CodeUses uses = new CodeUses();
    var _ = Flow.of(handler, program, uses);
    uses.requests.end();
    return uses;
  }

  /** What it does; complete only where nothing is {@link #unclear}. */
  public Set<Use> uses() {
    return finds.uses();
  }

  public Set<Setting> settings() {
    return Set.copyOf(settings);
  }

  /** Places in the code at which it could not be told which table, queue or setting is meant. */
  public List<String> unclear() {
    return finds.unclear();
  }

  @Override
  public void begin() {
    settings.clear();
    finds.begin();
    requests.begin();
  }

  @Override
  public Optional<Set<Value>> called(Method from, Method called, List<Set<Value>> arguments) {
    if (called.owner().equals(ENVIRONMENT) && arguments.size() > 1) {
      return Optional.of(read(from, called, arguments.get(1)));
    }
    if (called.owner().equals(PRIMING) && called.name().equals("prime")) {
      return Optional.of(Set.of());
    }
    if (called.owner().equals(SECRETS) && called.name().equals("find")) {
      return Optional.of(secret(from, arguments));
    }
    if (called.owner().startsWith(RequestUses.SERVICES)) {
      requests.called(from, called, arguments);
      return Optional.of(Set.of());
    }
    return tables.called(from, called, arguments);
  }

  /** Either may be given, and neither has to be; the one that names a secret is asked for it. */
  private Set<Value> secret(Method from, List<Set<Value>> arguments) {
    Set<Value> read = new HashSet<>();
    for (Set<Value> argument : arguments) {
      for (Value name : argument) {
        if (name instanceof Value.Text(String text, boolean whole) && whole) {
          settings.add(new Setting(text, false));
          settings.add(new Setting(text + "_SECRET", false));
          finds.add(Use.of("secretsmanager:GetSecretValue", text + "_SECRET", ""));
          read.add(new Value.Variable(text));
        }
      }
    }
    if (read.isEmpty()) {
      finds.unclear(from, "reads a secret");
    }
    return read;
  }

  private Set<Value> read(Method from, Method called, Set<Value> names) {
    Set<Value> read = new HashSet<>();
    boolean clear = false;
    for (Value name : names) {
      if (name instanceof Value.Text(String text, boolean whole) && whole) {
        clear = true;
        if (!text.startsWith(PLATFORM)) {
          settings.add(new Setting(text, isRequired(called)));
          read.add(new Value.Variable(text));
        }
      }
    }
    if (!clear && !from.owner().equals(ENVIRONMENT)) {
      finds.unclear(from, "reads a setting");
    }
    return read;
  }

  /** Those without a value for where there is none. */
  private static boolean isRequired(Method called) {
    int bounds = called.name().equals("integer") ? 2 : 0;
    return REQUIRING.contains(called.name()) && called.type().parameterCount() == 1 + bounds;
  }
}
