package io.updraft.permissions.flow;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a method's instructions, on all ways, until no way brings anything new. */
final class Body {
  private final Flow flow;
  private final Method method;
  private final List<CodeElement> elements;
  private final Map<Label, Frame> arriving = new HashMap<>();
  private final List<ExceptionCatch> catches = new ArrayList<>();
  private final List<ExceptionCatch> open = new ArrayList<>();
  private final Instructions instructions;
  private boolean grown;

  Body(Flow flow, Method method) {
    this.flow = flow;
    this.method = method;
    this.elements = flow.program().elements(method);
    this.instructions = new Instructions(flow, method);
    elements.stream()
        .filter(ExceptionCatch.class::isInstance)
        .map(ExceptionCatch.class::cast)
        .forEach(catches::add);
  }

  void follow() {
    do {
      grown = false;
      pass();
    } while (grown);
  }

  private void pass() {
    Frame frame = entry();
    for (int place = 0; place < elements.size(); place++) {
      frame = after(frame, elements.get(place), place);
    }
  }

  private Frame entry() {
    Frame frame = new Frame();
    boolean isStatic =
        flow.program()
            .code(method)
            .orElseThrow()
            .parent()
            .orElseThrow()
            .flags()
            .has(AccessFlag.STATIC);
    int slot = 0;
    int position = 0;
    if (!isStatic) {
      frame.setLocal(slot++, flow.get(new Slot.Parameter(method, position++)));
    }
    for (var type : method.type().parameterList()) {
      frame.setLocal(slot, flow.get(new Slot.Parameter(method, position++)));
      slot += Slots.of(type);
    }
    return frame;
  }

  /** The frame behind the element, or null where nothing comes there. */
  private @Nullable Frame after(@Nullable Frame frame, CodeElement element, int place) {
    return switch (element) {
      case LabelTarget target -> at(target.label(), frame);
      case Instruction instruction when frame != null -> after(frame, instruction, place);
      default -> frame;
    };
  }

  private @Nullable Frame at(Label label, @Nullable Frame falling) {
    if (falling != null) {
      arrive(label, falling);
    }
    open.removeIf(each -> each.tryEnd().equals(label));
    catches.stream().filter(each -> each.tryStart().equals(label)).forEach(open::add);
    Frame here = arriving.get(label);
    return here == null ? null : here.copy();
  }

  private @Nullable Frame after(Frame frame, Instruction instruction, int place) {
    open.forEach(each -> arrive(each.handler(), frame.caught()));
    instructions.apply(instruction, frame, place);
    targets(instruction).forEach(target -> arrive(target, frame));
    return endsHere(instruction) ? null : frame;
  }

  private void arrive(Label label, Frame frame) {
    Frame known = arriving.get(label);
    if (known == null) {
      arriving.put(label, frame.copy());
      grown = true;
    } else {
      grown |= known.join(frame);
    }
  }

  private static List<Label> targets(Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction branch -> List.of(branch.target());
      case LookupSwitchInstruction s -> with(s.cases(), s.defaultTarget());
      case TableSwitchInstruction s -> with(s.cases(), s.defaultTarget());
      default -> List.of();
    };
  }

  private static List<Label> with(List<SwitchCase> cases, Label otherwise) {
    List<Label> targets = new ArrayList<>(List.of(otherwise));
    cases.forEach(each -> targets.add(each.target()));
    return targets;
  }

  private static boolean endsHere(Instruction instruction) {
    return switch (instruction) {
      case ReturnInstruction _, ThrowInstruction _ -> true;
      case LookupSwitchInstruction _, TableSwitchInstruction _ -> true;
      default -> instruction.opcode() == Opcode.GOTO || instruction.opcode() == Opcode.GOTO_W;
    };
  }
}
