package io.updraft.permissions.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Local variables and stack at one place of a method; a long or double takes two slots. */
final class Frame {
  private final List<Set<Value>> locals;
  private final List<Set<Value>> stack;

  Frame() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private Frame(List<Set<Value>> locals, List<Set<Value>> stack) {
    this.locals = locals;
    this.stack = stack;
  }

  Frame copy() {
    return new Frame(new ArrayList<>(locals), new ArrayList<>(stack));
  }

  /** The same variables, and on the stack an exception. */
  Frame caught() {
    return new Frame(new ArrayList<>(locals), new ArrayList<>(List.of(Set.of())));
  }

  Set<Value> local(int slot) {
    return slot < locals.size() ? locals.get(slot) : Set.of();
  }

  void setLocal(int slot, Set<Value> values) {
    while (locals.size() <= slot) {
      locals.add(Set.of());
    }
    locals.set(slot, values);
  }

  void push(Set<Value> values, int slots) {
    for (int slot = 0; slot < slots; slot++) {
      stack.add(slot == 0 ? values : Set.of());
    }
  }

  /** The lowest of the slots, which is the one that has the value. */
  Set<Value> pop(int slots) {
    Set<Value> values = Set.of();
    for (int slot = 0; slot < slots; slot++) {
      values = stack.removeLast();
    }
    return values;
  }

  /** Repeats the topmost slots below so many that are under them. */
  void repeat(int slots, int below) {
    List<Set<Value>> top = new ArrayList<>(stack.subList(stack.size() - slots, stack.size()));
    stack.addAll(stack.size() - slots - below, top);
  }

  void swap() {
    stack.add(stack.size() - 1, stack.removeLast());
  }

  /** Takes in what another way here brings; whether that is anything new. */
  boolean join(Frame other) {
    while (locals.size() < other.locals.size()) {
      locals.add(Set.of());
    }
    boolean variables = join(locals, other.locals);
    return join(stack, other.stack) || variables;
  }

  private static boolean join(List<Set<Value>> into, List<Set<Value>> from) {
    boolean grown = false;
    for (int slot = 0; slot < Math.min(into.size(), from.size()); slot++) {
      if (!into.get(slot).containsAll(from.get(slot))) {
        Set<Value> both = new HashSet<>(into.get(slot));
        both.addAll(from.get(slot));
        into.set(slot, both);
        grown = true;
      }
    }
    return grown;
  }
}
