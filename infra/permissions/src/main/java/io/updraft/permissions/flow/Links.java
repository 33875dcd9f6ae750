package io.updraft.permissions.flow;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is made by code that the runtime links: lambdas, and texts put together. */
final class Links {
  private final Flow flow;
  private final Calls calls;

  Links(Flow flow, Calls calls) {
    this.flow = flow;
    this.calls = calls;
  }

  /** Of switches over patterns, which are linked too, nothing comes. */
  Set<Value> made(InvokeDynamicInstruction instruction, List<Set<Value>> captured) {
    List<ConstantDesc> constants = instruction.bootstrapArgs();
    return switch (instruction.bootstrapMethod().methodName()) {
      case "metafactory", "altMetafactory" -> {
        // What its interface does by itself can be called on a lambda too.
        flow.make(Names.internal(instruction.typeSymbol().returnType()));
        yield Set.of(lambda((DirectMethodHandleDesc) constants.get(1), captured));
      }
      case "makeConcatWithConstants" -> Texts.joined((String) constants.getFirst(), captured);
      default -> Set.of();
    };
  }

  private Value lambda(DirectMethodHandleDesc handle, List<Set<Value>> captured) {
    boolean constructs = handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    String owner = Names.internal(handle.owner());
    Method body = new Method(owner, handle.methodName(), type(handle).descriptorString());
    boolean virtual =
        switch (handle.kind()) {
          case VIRTUAL, INTERFACE_VIRTUAL -> true;
          default -> false;
        };
    boolean isStatic =
        switch (handle.kind()) {
          case STATIC, INTERFACE_STATIC -> true;
          default -> false;
        };
    if (constructs) {
      flow.make(owner);
    }
    // A constructor's receiver is made by the call, as if it were captured.
    List<Set<Value>> bound = new ArrayList<>(constructs ? List.of(Set.<Value>of()) : List.of());
    bound.addAll(captured);
    Value.Lambda lambda = new Value.Lambda(body, isStatic, virtual, bound.size());
    bind(lambda, bound);
    return lambda;
  }

  /** What is captured goes where the call will take it from; and whoever makes one will call it. */
  private void bind(Value.Lambda lambda, List<Set<Value>> captured) {
    for (int position = 0; position < captured.size(); position++) {
      flow.add(new Slot.Parameter(lambda.body(), position), captured.get(position));
    }
    var _ = calls.enter(lambda, List.of());
  }

  private static MethodTypeDesc type(DirectMethodHandleDesc handle) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
    return handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR
        ? type.changeReturnType(ConstantDescs.CD_void)
        : type;
  }
}
