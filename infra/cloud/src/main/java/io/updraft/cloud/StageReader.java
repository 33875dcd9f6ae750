package io.updraft.cloud;

import static java.util.stream.Collectors.toMap;

import io.updraft.lambda.Environment;
import io.updraft.lambda.InvalidEnvironment;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Reads the settings of a stage: its file under {@code stages}, and over it the context of the CDK.
 * All that is wrong names the setting.
 */
final class StageReader {
  private static final String PARAMETER = "parameter.";

  private final Map<String, String> values;
  private final Environment settings;

  private StageReader(Map<String, String> values) {
    this.values = Map.copyOf(values);
    this.settings = Environment.of(values);
  }

  /**
   * The settings of a stage.
   *
   * @param folder with a file for each stage
   * @param context what was given on the command line
   */
  static StageSettings read(Path folder, Map<String, String> context) {
    String stage = context.getOrDefault("stage", "dev");
    Map<String, String> values = new HashMap<>(file(folder.resolve(stage + ".properties")));
    values.putAll(context);
    values.put("stage", stage);
    return new StageReader(values).settings();
  }

  private static Map<String, String> file(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("There is no stage in " + file, e);
    }
    return properties.stringPropertyNames().stream()
        .collect(toMap(name -> name, properties::getProperty));
  }

  private StageSettings settings() {
    return new StageSettings(
        matching("stage", "[a-z][a-z0-9]{1,15}"),
        matching("account", "\\d{12}"),
        matching("region", "[a-z]{2}(-[a-z]+)+-\\d"),
        nats(),
        settings.find("operatorsDomain").map(name -> domains(name)),
        settings.find("alarmEmail"),
        settings.integer("monthlyBudgetUsd", 1, 1_000_000),
        settings.integer("backupDays", 1, 3650),
        parameters());
  }

  private Nats nats() {
    return switch (settings.text("nats")) {
      case "existing" -> existing();
      case "cluster" -> cluster();
      default -> throw new InvalidEnvironment("nats must be existing or cluster");
    };
  }

  /** An address with a password in it would be seen by whoever sees a function's variables. */
  private Nats.Existing existing() {
    List<String> subnets = list("natsSubnets", "subnet-[0-9a-f]+");
    List<String> groups = list("natsSecurityGroups", "sg-[0-9a-f]+");
    if (subnets.isEmpty() != groups.isEmpty()) {
      throw new InvalidEnvironment("natsSubnets and natsSecurityGroups need each other");
    }
    Optional<String> secret =
        settings.find("natsCredentialsSecret").map(s -> arn("natsCredentialsSecret"));
    return new Nats.Existing(matching("natsUrl", "(nats|tls)://[^@]+"), secret, subnets, groups);
  }

  private Nats.Cluster cluster() {
    return new Nats.Cluster(
        matching("natsInstance", "[a-z0-9]+g[a-z]*\\.[a-z0-9]+"),
        settings.integer("natsVolumeGiB", 8, 16_384),
        matching("natsImage", "ami-[0-9a-f]+"),
        matching("natsArchive", "s3://[^/]+/.+"),
        matching("natsArchiveSha256", "[0-9a-f]{64}"),
        domain("natsDomain"),
        arn("natsCertificateSecret"));
  }

  private Domains domains(String operators) {
    return new Domains(
        operators,
        matching("operatorsCertificate", "arn:[^:]+:acm:us-east-1:.+"),
        matching("cloudFrontCertificate", "arn:[^:]+:acm:us-east-1:.+"),
        domain("devicesDomain"),
        matching("devicesCertificate", "arn:[^:]+:acm:" + settings.text("region") + ":.+"),
        matching("trustStore", "s3://[^/]+/.+"),
        settings.find("hostedZoneId").map(id -> new Domains.Zone(id, domain("hostedZoneName"))));
  }

  private Map<String, String> parameters() {
    return values.entrySet().stream()
        .filter(e -> e.getKey().startsWith(PARAMETER))
        .collect(toMap(e -> e.getKey().substring(PARAMETER.length()), Map.Entry::getValue));
  }

  private String arn(String name) {
    return matching(name, "arn:[^:]+:secretsmanager:.+");
  }

  private String domain(String name) {
    return matching(name, "[a-z0-9-]+(\\.[a-z0-9-]+)+");
  }

  private List<String> list(String name, String form) {
    return settings.find(name).stream()
        .flatMap(all -> Arrays.stream(all.split(",", -1)))
        .map(each -> checked(name, each.strip(), form))
        .toList();
  }

  private String matching(String name, String form) {
    return checked(name, settings.text(name), form);
  }

  private static String checked(String name, String value, String form) {
    if (!Pattern.matches(form, value)) {
      throw new InvalidEnvironment("%s must be like %s, but is '%s'".formatted(name, form, value));
    }
    return value;
  }
}
