package io.updraft.permissions.flow;

import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A method of a class.
 *
 * @param owner name of the class as class files write it, with slashes
 */
public record Method(String owner, String name, String descriptor) {
  private static final Map<String, MethodTypeDesc> TYPES = new ConcurrentHashMap<>();
  static final String CONSTRUCTOR = "<init>";
  static final String CLASS_INITIALIZER = "<clinit>";

  public MethodTypeDesc type() {
    return TYPES.computeIfAbsent(descriptor, MethodTypeDesc::ofDescriptor);
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  boolean is(String otherOwner, String otherName) {
    return owner.equals(otherOwner) && name.equals(otherName);
  }

  Method of(String otherOwner) {
    return new Method(otherOwner, name, descriptor);
  }

  /** The last part of its owner's name, such as {@code GetItemRequest$Builder}. */
  public String ownerSimpleName() {
    return owner.substring(owner.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "." + name;
  }
}
