package io.updraft.permissions.flow;

import java.lang.constant.ClassDesc;

/** Names of classes as class files write them. */
final class Names {
  private Names() {}

  static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isClassOrInterface()
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }
}
