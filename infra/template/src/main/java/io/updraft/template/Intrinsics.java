package io.updraft.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves the intrinsic functions of CloudFormation in values of the template. */
final class Intrinsics {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Object NO_VALUE = new Object();

  private final References references;
  private final Map<String, Object> conditions;

  Intrinsics(References references, Map<String, Object> conditions) {
    this.references = references;
    this.conditions = conditions;
  }

  /** The value with every function in it resolved, or nothing for {@code AWS::NoValue}. */
  Optional<Object> resolve(String place, Object value) {
    Object resolved =
        switch (value) {
          case List<?> list -> resolveList(place, list);
          case Map<?, ?> map -> resolveMap(place, map);
          default -> value;
        };
    return resolved == NO_VALUE ? Optional.empty() : Optional.of(resolved);
  }

  /** Whether the named condition of the template holds. */
  boolean holds(String place, String condition) {
    Object definition = conditions.get(condition);
    if (definition == null) {
      throw new InvalidTemplate(place, "there is no condition " + condition);
    }
    return isTrue("Conditions." + condition, definition);
  }

  /** Whether the value is the call of a function, and not a plain mapping. */
  static boolean isCall(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == 1
        && map.keySet().iterator().next() instanceof String key
        && (key.equals("Ref") || key.startsWith("Fn::"));
  }

  private List<Object> resolveList(String place, List<?> list) {
    List<Object> resolved = new ArrayList<>();
    list.forEach(item -> resolve(place, item).ifPresent(resolved::add));
    return resolved;
  }

  private Object resolveMap(String place, Map<?, ?> map) {
    if (isCall(map)) {
      var call = map.entrySet().iterator().next();
      return call(place, (String) call.getKey(), call.getValue());
    }
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach((key, item) -> resolve(place, item).ifPresent(v -> resolved.put((String) key, v)));
    return resolved;
  }

  private Object call(String place, String function, Object argument) {
    return switch (function) {
      case "Ref" -> ref(place, (String) argument);
      case "Fn::GetAtt" -> references.attribute(place, attributePath(place, argument));
      case "Fn::Sub" -> substitute(place, argument);
      case "Fn::If" -> choose(place, arguments(place, argument, 3));
      case "Fn::Join" -> join(place, arguments(place, argument, 2));
      case "Fn::Select" -> select(place, arguments(place, argument, 2));
      case "Fn::Split" -> split(place, arguments(place, argument, 2));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          String.valueOf(isTrue(place, Map.of(function, argument)));
      default -> throw new InvalidTemplate(place, function + " is unsupported");
    };
  }

  private Object ref(String place, String name) {
    return name.equals("AWS::NoValue") ? NO_VALUE : references.name(place, name);
  }

  private String attributePath(String place, Object argument) {
    return argument instanceof List<?> parts
        ? parts.stream().map(part -> text(place, part)).collect(Collectors.joining("."))
        : (String) argument;
  }

  private String substitute(String place, Object argument) {
    if (argument instanceof List<?> parts && parts.size() == 2) {
      return substitute(place, (String) parts.get(0), (Map<?, ?>) parts.get(1));
    }
    return substitute(place, (String) argument, Map.of());
  }

  private String substitute(String place, String pattern, Map<?, ?> values) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    return matcher.replaceAll(
        match ->
            Matcher.quoteReplacement(placeholder(place, match.group(1), match.group(2), values)));
  }

  private String placeholder(String place, String escape, String name, Map<?, ?> values) {
    if (!escape.isEmpty()) {
      return "${" + name + "}";
    }
    Object own = values.get(name);
    if (own != null) {
      return text(place, own);
    }
    return name.contains(".") ? references.attribute(place, name) : text(place, ref(place, name));
  }

  private Object choose(String place, List<?> arguments) {
    boolean holds = holds(place, (String) arguments.getFirst());
    return resolve(place, arguments.get(holds ? 1 : 2)).orElse(NO_VALUE);
  }

  private String join(String place, List<?> arguments) {
    return list(place, arguments.get(1)).stream()
        .map(item -> text(place, item))
        .collect(Collectors.joining((String) arguments.get(0)));
  }

  private Object select(String place, List<?> arguments) {
    List<?> list = list(place, arguments.get(1));
    int index = Integer.parseInt(text(place, arguments.get(0)));
    if (index < 0 || index >= list.size()) {
      throw new InvalidTemplate(place, "Fn::Select has no item " + index);
    }
    return list.get(index);
  }

  private List<String> split(String place, List<?> arguments) {
    return List.of(
        text(place, arguments.get(1)).split(Pattern.quote((String) arguments.get(0)), -1));
  }

  private boolean isTrue(String place, Object condition) {
    if (!(condition instanceof Map<?, ?> map) || map.size() != 1) {
      throw new InvalidTemplate(place, "is not a condition");
    }
    var call = map.entrySet().iterator().next();
    Object argument = call.getValue();
    return switch ((String) call.getKey()) {
      case "Condition" -> holds(place, (String) argument);
      case "Fn::Equals" -> equal(place, arguments(place, argument, 2));
      case "Fn::Not" -> !isTrue(place, arguments(place, argument, 1).getFirst());
      case "Fn::And" -> ((List<?>) argument).stream().allMatch(each -> isTrue(place, each));
      case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(each -> isTrue(place, each));
      default -> throw new InvalidTemplate(place, call.getKey() + " is not a condition");
    };
  }

  private boolean equal(String place, List<?> arguments) {
    return text(place, arguments.get(0)).equals(text(place, arguments.get(1)));
  }

  private static List<?> arguments(String place, Object argument, int count) {
    if (argument instanceof List<?> list && list.size() == count) {
      return list;
    }
    throw new InvalidTemplate(place, "an intrinsic function needs " + count + " arguments here");
  }

  private List<?> list(String place, Object value) {
    if (resolve(place, value).orElse(List.of()) instanceof List<?> list) {
      return list;
    }
    throw new InvalidTemplate(place, "needs a list");
  }

  private String text(String place, Object value) {
    if (resolve(place, value).orElse("") instanceof String text) {
      return text;
    }
    throw new InvalidTemplate(place, "needs text");
  }
}
