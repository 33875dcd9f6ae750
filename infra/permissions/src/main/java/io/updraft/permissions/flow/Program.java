package io.updraft.permissions.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of this project, read from the class path; those of libraries only by name. */
public final class Program {
  private static final String OURS = "io/updraft/";

  private final ClassLoader loader = Program.class.getClassLoader();
  private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<Method, Optional<CodeModel>> codes = new HashMap<>();
  private final Map<Method, Optional<Method>> implementations = new HashMap<>();
  private final Map<Slot.Field, Slot.Field> fields = new HashMap<>();

  static boolean isOurs(String type) {
    return type.startsWith(OURS);
  }

  /** The body of the method; none where it is abstract or of a library. */
  Optional<CodeModel> code(Method method) {
    return codes.computeIfAbsent(method, m -> model(m).flatMap(MethodModel::code));
  }

  List<CodeElement> elements(Method method) {
    return code(method).map(CodeModel::elementList).orElse(List.of());
  }

  /** The class and all that it extends or implements, of libraries too. */
  Set<String> supertypes(String type) {
    Set<String> known = supertypes.get(type);
    if (known == null) {
      known = new HashSet<>(Set.of(type));
      for (String parent : parents(type)) {
        known.addAll(supertypes(parent));
      }
      supertypes.put(type, known);
    }
    return known;
  }

  /** What runs when the method is called on an object of exactly this class. */
  Optional<Method> implementation(String type, Method called) {
    Method wanted = called.of(type);
    Optional<Method> known = implementations.get(wanted);
    if (known == null) {
      known = findImplementation(wanted);
      implementations.put(wanted, known);
    }
    return known;
  }

  private Optional<Method> findImplementation(Method wanted) {
    if (code(wanted).isPresent()) {
      return Optional.of(wanted);
    }
    return parents(wanted.owner()).stream()
        .filter(Program::isOurs)
        .flatMap(parent -> implementation(parent, wanted).stream())
        .reduce(this::closer);
  }

  /** Of two inherited ones the first, unless the other was written to override it. */
  private Method closer(Method first, Method other) {
    return supertypes(other.owner()).contains(first.owner()) ? other : first;
  }

  /** What a call without a choice runs: the method itself, or the one that its class inherits. */
  List<Method> declared(Method called) {
    return isOurs(called.owner())
        ? implementation(called.owner(), called).stream().toList()
        : List.of();
  }

  /** What a library can run of an object of exactly this class, since it declares the methods. */
  List<Method> callbacks(String type) {
    Set<String> declared = new HashSet<>();
    supertypes(type).stream()
        .filter(name -> !isOurs(name) && !name.equals("java/lang/Object"))
        .flatMap(this::libraryMethods)
        .forEach(declared::add);
    return supertypes(type).stream()
        .flatMap(this::methods)
        .filter(method -> declared.contains(method.name()))
        .flatMap(method -> implementation(type, method).stream())
        .distinct()
        .toList();
  }

  /** The field where it is declared: code names the class by which it gets there. */
  Slot.Field declared(Slot.Field named) {
    return fields.computeIfAbsent(named, n -> declaring(n).orElse(n));
  }

  private Optional<Slot.Field> declaring(Slot.Field named) {
    boolean here =
        find(named.owner()).stream()
            .flatMap(model -> model.fields().stream())
            .anyMatch(field -> field.fieldName().equalsString(named.name()));
    return here
        ? Optional.of(named)
        : parents(named.owner()).stream()
            .filter(Program::isOurs)
            .flatMap(parent -> declaring(new Slot.Field(parent, named.name())).stream())
            .findFirst();
  }

  /** All methods of the class itself. */
  Stream<Method> methods(String type) {
    return find(type).stream()
        .flatMap(model -> model.methods().stream())
        .map(m -> new Method(type, m.methodName().stringValue(), m.methodType().stringValue()));
  }

  private Stream<String> libraryMethods(String type) {
    return Stream.of(library(type).getMethods()).map(java.lang.reflect.Method::getName);
  }

  private List<String> parents(String type) {
    return find(type).map(Program::parents).orElseGet(() -> libraryParents(type));
  }

  private static List<String> parents(ClassModel model) {
    List<String> parents = new ArrayList<>();
    model.superclass().map(ClassEntry::asInternalName).ifPresent(parents::add);
    model.interfaces().forEach(entry -> parents.add(entry.asInternalName()));
    return parents;
  }

  private List<String> libraryParents(String type) {
    Class<?> library = library(type);
    return Stream.concat(
            Stream.ofNullable(library.getSuperclass()), Stream.of(library.getInterfaces()))
        .map(parent -> parent.getName().replace('.', '/'))
        .toList();
  }

  private Class<?> library(String type) {
    try {
      return Class.forName(type.replace('/', '.'), false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(type + " is not on the class path", e);
    }
  }

  private Optional<MethodModel> model(Method method) {
    return find(method.owner()).stream()
        .flatMap(model -> model.methods().stream())
        .filter(m -> m.methodName().equalsString(method.name()))
        .filter(m -> m.methodType().equalsString(method.descriptor()))
        .findFirst();
  }

  private Optional<ClassModel> find(String type) {
    return isOurs(type) ? classes.computeIfAbsent(type, this::read) : Optional.empty();
  }

  private Optional<ClassModel> read(String type) {
    try (InputStream bytes = loader.getResourceAsStream(type + ".class")) {
      return bytes == null
          ? Optional.empty()
          : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
