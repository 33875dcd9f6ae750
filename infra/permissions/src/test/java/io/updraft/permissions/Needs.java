package io.updraft.permissions;

import io.updraft.template.Function;
import io.updraft.template.Statement;
import io.updraft.template.Template;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Permissions of one function as texts, action and resource, from its code and its policies. */
final class Needs {
  private final Template template;
  private final Function function;

  Needs(Template template, Function function) {
    this.template = template;
    this.function = function;
  }

  Set<String> granted() {
    Set<String> granted = new TreeSet<>();
    for (Statement statement : function.permissions()) {
      for (String action : statement.actions()) {
        statement.resources().forEach(resource -> granted.add(action + " " + resource));
      }
    }
    return granted;
  }

  Set<String> of(Set<Use> uses) {
    Set<String> needs = new TreeSet<>();
    uses.forEach(use -> resources(use).forEach(r -> needs.add(use.action() + " " + r)));
    return needs;
  }

  private Stream<String> resources(Use use) {
    if (use.variable().isEmpty()) {
      String api = template.webSocket().orElseThrow().id();
      return Stream.of("arn:aws:execute-api:us-east-1:000000000000:" + api + "/live" + use.part());
    }
    String value = function.environment().getOrDefault(use.variable().get(), "?");
    String service = use.action().substring(0, use.action().indexOf(':'));
    return switch (service) {
      case "s3" -> Stream.of("arn:aws:s3:::" + value + key(use, value));
      // The parameter is the ARN.
      case "secretsmanager" -> Stream.of(value);
      // An address, whose last part is the name, and several names of functions.
      default -> Stream.of(value.split(",", -1)).map(name -> arn(service, name) + use.part());
    };
  }

  /** A key that comes from a table is one of an object that was kept. */
  private static String key(Use use, String bucket) {
    boolean unknown = use.part().equals(Use.ANY_KEY);
    return unknown ? "/" + kept(bucket) + "/*" : use.part();
  }

  private static String kept(String bucket) {
    return bucket.contains("firmware") ? "firmware" : "exports";
  }

  private static String arn(String service, String name) {
    return "arn:aws:%s:local:%s".formatted(arnService(service), name);
  }

  /** Services as the names of resource types have them, in lower case. */
  private static String arnService(String service) {
    return service.equals("lambda") ? "serverless" : service;
  }
}
