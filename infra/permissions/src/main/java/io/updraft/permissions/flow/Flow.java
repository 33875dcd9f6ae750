package io.updraft.permissions.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can run when a function runs, and what can be in its variables: an analysis that follows
 * calls from the handler on, until nothing new is found (rapid type analysis: a call on an
 * interface reaches those of its classes that are made somewhere in the code that runs). Fields and
 * parameters are looked at once for all objects and calls, so that it finds too much rather than
 * too little.
 */
public final class Flow {
  private final Program program;
  private final Watcher watcher;
  private final Map<Slot, Set<Value>> values = new HashMap<>();
  private final Set<Method> running = new LinkedHashSet<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> initialized = new HashSet<>();
  private boolean grown;

  private Flow(Program program, Watcher watcher) {
    this.program = program;
    this.watcher = watcher;
  }

  /** Follows all that the class does when it is made and invoked as a handler. */
  public static Flow of(String handler, Program program, Watcher watcher) {
    Flow flow = new Flow(program, watcher);
    String type = handler.replace('.', '/');
    flow.make(type);
    program
        .methods(type)
        .filter(m -> m.name().equals(Method.CONSTRUCTOR) && m.type().parameterCount() == 0)
        .forEach(flow::run);
    flow.untilNothingIsNew();
    return flow;
  }

  /** The methods that can run. */
  public Set<Method> running() {
    return Set.copyOf(running);
  }

  private void untilNothingIsNew() {
    do {
      grown = false;
      watcher.begin();
      List.copyOf(running).forEach(method -> new Body(this, method).follow());
    } while (grown);
  }

  Program program() {
    return program;
  }

  Watcher watcher() {
    return watcher;
  }

  Set<Value> get(Slot slot) {
    return values.getOrDefault(slot, Set.of());
  }

  void add(Slot slot, Set<Value> more) {
    if (!more.isEmpty()) {
      grown |= values.computeIfAbsent(slot, _ -> new HashSet<>()).addAll(more);
    }
  }

  /** The method can run, and before it what its class does first. */
  void run(Method method) {
    if (program.code(method).isPresent()) {
      grown |= running.add(method);
      initialize(method.owner());
    }
  }

  /** The class is used, and before that does what it does first. */
  void initialize(String type) {
    if (Program.isOurs(type) && initialized.add(type)) {
      program
          .methods(type)
          .filter(m -> m.name().equals(Method.CLASS_INITIALIZER))
          .forEach(initializer -> grown |= running.add(initializer));
    }
  }

  /** Objects of the class can be there, and libraries can call them. */
  void make(String type) {
    if (Program.isOurs(type) && made.add(type)) {
      grown = true;
      program.callbacks(type).forEach(this::run);
    }
  }

  /** What a call of the method on an object can run. */
  List<Method> targets(Method called) {
    return made.stream()
        .filter(type -> program.supertypes(type).contains(called.owner()))
        .flatMap(type -> program.implementation(type, called).stream())
        .distinct()
        .toList();
  }
}
