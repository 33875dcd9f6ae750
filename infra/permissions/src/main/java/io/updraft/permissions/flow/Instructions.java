package io.updraft.permissions.flow;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.HashSet;
import java.util.Set;

/** What each instruction does to a frame. */
final class Instructions {
  private final Flow flow;
  private final Method method;
  private final Calls calls;

  Instructions(Flow flow, Method method) {
    this.flow = flow;
    this.method = method;
    this.calls = new Calls(flow, method);
  }

  void apply(Instruction instruction, Frame frame, int place) {
    switch (instruction) {
      case LoadInstruction i -> frame.push(frame.local(i.slot()), i.typeKind().slotSize());
      case StoreInstruction i -> frame.setLocal(i.slot(), frame.pop(i.typeKind().slotSize()));
      case ConstantInstruction i -> frame.push(constant(i), i.typeKind().slotSize());
      case ArrayLoadInstruction i -> load(i, frame);
      case ArrayStoreInstruction i -> store(i, frame);
      case FieldInstruction i -> field(i, frame);
      case InvokeInstruction i -> calls.call(i, frame);
      case InvokeDynamicInstruction i -> calls.link(i, frame);
      case NewObjectInstruction i -> make(i, frame, place);
      case NewReferenceArrayInstruction _, NewPrimitiveArrayInstruction _ -> array(1, frame, place);
      case NewMultiArrayInstruction i -> array(i.dimensions(), frame, place);
      case TypeCheckInstruction i -> check(i, frame);
      case OperatorInstruction i -> operate(Slots.taken(i), Slots.left(i), frame);
      case ConvertInstruction i -> operate(i.fromType().slotSize(), i.toType().slotSize(), frame);
      case StackInstruction i -> arrange(i.opcode(), frame);
      case BranchInstruction i -> frame.pop(compared(i.opcode()));
      case LookupSwitchInstruction _, TableSwitchInstruction _, MonitorInstruction _ ->
          frame.pop(1);
      case ThrowInstruction _ -> frame.pop(1);
      case ReturnInstruction i -> giveBack(i, frame);
      default -> {
        // Increments and what does nothing.
      }
    }
  }

  private static Set<Value> constant(ConstantInstruction instruction) {
    return instruction.constantValue() instanceof String text
        ? Set.of(new Value.Text(text, true))
        : Set.of();
  }

  private void load(ArrayLoadInstruction instruction, Frame frame) {
    frame.pop(1);
    Set<Value> array = frame.pop(1);
    frame.push(contents(array), instruction.typeKind().slotSize());
  }

  private void store(ArrayStoreInstruction instruction, Frame frame) {
    Set<Value> value = frame.pop(instruction.typeKind().slotSize());
    frame.pop(1);
    put(frame.pop(1), value);
  }

  /** Adds to what is in the arrays and library's objects among the values. */
  private void put(Set<Value> into, Set<Value> value) {
    for (Value each : into) {
      if (each instanceof Value.Made made) {
        flow.add(new Slot.Content(made), value);
      }
    }
  }

  /** An array that a library has made is not known: what is known of it is of its contents. */
  private Set<Value> contents(Set<Value> of) {
    Set<Value> contents = new HashSet<>();
    for (Value each : of) {
      contents.addAll(
          each instanceof Value.Made made ? flow.get(new Slot.Content(made)) : Set.of(each));
    }
    return contents;
  }

  private void field(FieldInstruction instruction, Frame frame) {
    Slot.Field field =
        flow.program()
            .declared(
                new Slot.Field(
                    instruction.owner().asInternalName(), instruction.name().stringValue()));
    int slots = TypeKind.from(instruction.typeSymbol()).slotSize();
    switch (instruction.opcode()) {
      case GETSTATIC -> frame.push(flow.get(field), slots);
      case PUTSTATIC -> flow.add(field, frame.pop(slots));
      case GETFIELD -> {
        frame.pop(1);
        frame.push(flow.get(field), slots);
      }
      default -> {
        flow.add(field, frame.pop(slots));
        frame.pop(1);
      }
    }
    flow.initialize(field.owner());
  }

  private void make(NewObjectInstruction instruction, Frame frame, int place) {
    String type = instruction.className().asInternalName();
    flow.make(type);
    frame.push(type.startsWith("java/util/") ? Set.of(new Value.Made(method, place)) : Set.of(), 1);
  }

  private void array(int dimensions, Frame frame, int place) {
    frame.pop(dimensions);
    frame.push(Set.of(new Value.Made(method, place)), 1);
  }

  private static void check(TypeCheckInstruction instruction, Frame frame) {
    if (instruction.opcode() == Opcode.INSTANCEOF) {
      operate(1, 1, frame);
    }
  }

  private static void operate(int taken, int left, Frame frame) {
    frame.pop(taken);
    frame.push(Set.of(), left);
  }

  private static void arrange(Opcode opcode, Frame frame) {
    switch (opcode) {
      case POP -> frame.pop(1);
      case POP2 -> frame.pop(2);
      case DUP -> frame.repeat(1, 0);
      case DUP_X1 -> frame.repeat(1, 1);
      case DUP_X2 -> frame.repeat(1, 2);
      case DUP2 -> frame.repeat(2, 0);
      case DUP2_X1 -> frame.repeat(2, 1);
      case DUP2_X2 -> frame.repeat(2, 2);
      default -> frame.swap();
    }
  }

  private static int compared(Opcode opcode) {
    return switch (opcode) {
      case GOTO, GOTO_W -> 0;
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> 1;
      default -> 2;
    };
  }

  private void giveBack(ReturnInstruction instruction, Frame frame) {
    flow.add(new Slot.Result(method), frame.pop(instruction.typeKind().slotSize()));
  }
}
