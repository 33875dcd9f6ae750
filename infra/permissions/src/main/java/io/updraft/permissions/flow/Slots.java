package io.updraft.permissions.flow;

import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;

/** How many slots of a stack values take. */
final class Slots {
  private Slots() {}

  static int of(ClassDesc type) {
    return TypeKind.from(type).slotSize();
  }

  /** What an operator takes from the stack. */
  static int taken(OperatorInstruction operator) {
    int one = operand(operator).slotSize();
    return switch (operator.opcode()) {
      case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> one;
      case LSHL, LSHR, LUSHR -> 3;
      default -> 2 * one;
    };
  }

  /** What an operator leaves on it. */
  static int left(OperatorInstruction operator) {
    return switch (operator.opcode()) {
      case LCMP, FCMPG, FCMPL, DCMPG, DCMPL, ARRAYLENGTH -> 1;
      default -> operand(operator).slotSize();
    };
  }

  private static TypeKind operand(OperatorInstruction operator) {
    return switch (operator.opcode()) {
      case ARRAYLENGTH -> TypeKind.REFERENCE;
      case LCMP -> TypeKind.LONG;
      case FCMPG, FCMPL -> TypeKind.FLOAT;
      case DCMPG, DCMPL -> TypeKind.DOUBLE;
      default -> operator.typeKind();
    };
  }
}
