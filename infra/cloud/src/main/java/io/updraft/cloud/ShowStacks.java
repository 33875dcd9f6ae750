package io.updraft.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints what a synthesised assembly would create, by stack and type; with {@code --going}, what
 * would go with the stacks and what would stay. For the dry runs of scripts/deploy and
 * scripts/destroy.
 */
public final class ShowStacks {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE = ".template.json";

  private ShowStacks() {}

  public static void main(String[] args) throws IOException {
    List<String> words = List.of(args);
    boolean going = words.contains("--going");
    boolean dataToo = words.contains("--data-too");
    try (Stream<Path> files = Files.list(Path.of(words.getLast()))) {
      for (Path file : files.filter(f -> f.toString().endsWith(TEMPLATE)).sorted().toList()) {
        System.out.print(table(file, going, dataToo));
      }
    }
  }

  /** The lines of one stack. */
  static String table(Path file, boolean going, boolean dataToo) throws IOException {
    TreeMap<String, Integer> counts = new TreeMap<>();
    JSON.readTree(file.toFile())
        .path("Resources")
        .forEach(resource -> counts.merge(row(resource, going, dataToo), 1, Integer::sum));
    String stack = file.getFileName().toString().replace(TEMPLATE, "");
    StringBuilder lines = new StringBuilder(stack).append('\n');
    counts.forEach((row, count) -> lines.append("  %4d  %s%n".formatted(count, row)));
    return lines.toString();
  }

  private static String row(JsonNode resource, boolean going, boolean dataToo) {
    String type = resource.path("Type").asText();
    if (!going) {
      return type;
    }
    boolean kept = !resource.path("DeletionPolicy").asText("Delete").equals("Delete");
    boolean deletedToo =
        dataToo && List.of("AWS::DynamoDB::Table", "AWS::S3::Bucket").contains(type);
    return type + (kept && !deletedToo ? "  stays" : "  goes");
  }
}
