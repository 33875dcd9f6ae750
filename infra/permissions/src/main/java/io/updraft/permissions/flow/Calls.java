package io.updraft.permissions.flow;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What calls do: values go into parameters, and results come back. */
final class Calls {
  private final Flow flow;
  private final Method method;
  private final Links links;

  /** Lambdas that call lambdas that call lambdas; deeper than that none here goes. */
  private static final int DEEPEST = 3;

  /** A lambda that a library is given together with itself would be followed for ever. */
  private final Set<Value.Lambda> entered = new HashSet<>();

  Calls(Flow flow, Method method) {
    this.flow = flow;
    this.method = method;
    this.links = new Links(flow, this);
  }

  void call(InvokeInstruction instruction, Frame frame) {
    Method called =
        new Method(
            instruction.owner().asInternalName(),
            instruction.name().stringValue(),
            instruction.type().stringValue());
    boolean isStatic = instruction.opcode() == Opcode.INVOKESTATIC;
    boolean virtual =
        instruction.opcode() == Opcode.INVOKEVIRTUAL
            || instruction.opcode() == Opcode.INVOKEINTERFACE;
    List<Set<Value>> arguments = arguments(called.type(), isStatic, frame);
    push(result(called, virtual, arguments), called.type(), frame);
  }

  private List<Set<Value>> arguments(MethodTypeDesc type, boolean isStatic, Frame frame) {
    List<Set<Value>> arguments = new ArrayList<>();
    for (ClassDesc parameter : type.parameterList().reversed()) {
      arguments.addFirst(frame.pop(Slots.of(parameter)));
    }
    if (!isStatic) {
      arguments.addFirst(frame.pop(1));
    }
    return arguments;
  }

  private static void push(Set<Value> result, MethodTypeDesc type, Frame frame) {
    frame.push(result, Slots.of(type.returnType()));
  }

  private Set<Value> result(Method called, boolean virtual, List<Set<Value>> arguments) {
    Optional<Set<Value>> known = flow.watcher().called(method, called, arguments);
    if (known.isPresent()) {
      return known.get();
    }
    List<Method> targets = virtual ? flow.targets(called) : flow.program().declared(called);
    Set<Value> result = new HashSet<>();
    targets.forEach(target -> result.addAll(enter(target, arguments)));
    if (virtual) {
      result.addAll(enterLambdas(arguments.getFirst(), arguments.subList(1, arguments.size())));
    }
    if (!Program.isOurs(called.owner())) {
      result.addAll(library(called, arguments));
    }
    return result;
  }

  private Set<Value> enter(Method target, List<Set<Value>> arguments) {
    flow.run(target);
    for (int position = 0; position < arguments.size(); position++) {
      flow.add(new Slot.Parameter(target, position), arguments.get(position));
    }
    return flow.get(new Slot.Result(target));
  }

  /** Calls each lambda among the values. */
  private Set<Value> enterLambdas(Set<Value> receivers, List<Set<Value>> arguments) {
    Set<Value> result = new HashSet<>();
    for (Value receiver : Set.copyOf(receivers)) {
      if (receiver instanceof Value.Lambda lambda) {
        result.addAll(enter(lambda, arguments));
      }
    }
    return result;
  }

  /** Calls the lambda; what of its parameters is not given nothing is known of. */
  Set<Value> enter(Value.Lambda lambda, List<Set<Value>> arguments) {
    if (!Program.isOurs(lambda.body().owner())) {
      return arguments.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
    if (entered.size() > DEEPEST || !entered.add(lambda)) {
      return Set.of();
    }
    Set<Value> result = result(lambda.body(), lambda.virtual(), complete(lambda, arguments));
    entered.remove(lambda);
    return result;
  }

  private List<Set<Value>> complete(Value.Lambda lambda, List<Set<Value>> arguments) {
    List<Set<Value>> all = new ArrayList<>();
    for (int position = 0; position < lambda.captured(); position++) {
      all.add(flow.get(new Slot.Parameter(lambda.body(), position)));
    }
    all.addAll(arguments);
    int taken = lambda.body().type().parameterCount() + (lambda.isStatic() ? 0 : 1);
    while (all.size() < taken) {
      all.add(Set.of());
    }
    return all.subList(0, taken);
  }

  /**
   * What a library does with values: it may keep them in its object, give them to lambdas, and
   * return them, in whatever form. Texts get lost in it, but for those that are put together: names
   * of settings and of indexes don't go through libraries.
   */
  private Set<Value> library(Method called, List<Set<Value>> arguments) {
    Set<Value> touched = new HashSet<>();
    for (Set<Value> argument : arguments) {
      argument.forEach(value -> touched.addAll(held(value)));
    }
    touched.removeIf(Value.Text.class::isInstance);
    keep(arguments, touched);
    return Texts.formatted(called, arguments).orElseGet(() -> given(touched));
  }

  private Set<Value> held(Value value) {
    return value instanceof Value.Made made ? flow.get(new Slot.Content(made)) : Set.of(value);
  }

  private void keep(List<Set<Value>> arguments, Set<Value> touched) {
    for (Value value : arguments.isEmpty() ? Set.<Value>of() : arguments.getFirst()) {
      if (value instanceof Value.Made made) {
        flow.add(new Slot.Content(made), plain(touched));
      }
    }
  }

  private static Set<Value> plain(Set<Value> values) {
    Set<Value> plain = new HashSet<>(values);
    plain.removeIf(Value.Lambda.class::isInstance);
    return plain;
  }

  private Set<Value> given(Set<Value> touched) {
    Set<Value> plain = plain(touched);
    Set<Value> all = new HashSet<>(plain);
    for (Value value : touched) {
      if (value instanceof Value.Lambda lambda) {
        int open = lambda.body().type().parameterCount() + (lambda.isStatic() ? 0 : 1);
        List<Set<Value>> arguments = new ArrayList<>();
        for (int position = lambda.captured(); position < open; position++) {
          arguments.add(plain);
        }
        all.addAll(enter(lambda, arguments));
      }
    }
    return all;
  }

  void link(InvokeDynamicInstruction instruction, Frame frame) {
    List<Set<Value>> captured = arguments(instruction.typeSymbol(), true, frame);
    push(links.made(instruction, captured), instruction.typeSymbol(), frame);
  }
}
