package io.updraft.cloud;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The stage prod with what an account would have. */
final class TestStage {
  static final Path FOLDER = Path.of("stages");
  private static final String ACM = ":111111111111:certificate/1";

  private TestStage() {}

  static Map<String, String> context() {
    Map<String, String> context = new HashMap<>();
    context.put("stage", "prod");
    context.put("account", "111111111111");
    context.put("natsImage", "ami-0123456789abcdef0");
    context.put("natsArchive", "s3://artifacts/nats-server.tar.gz");
    context.put("natsArchiveSha256", "0".repeat(64));
    context.put("natsDomain", "nats.example.com");
    context.put(
        "natsCertificateSecret", "arn:aws:secretsmanager:eu-central-1:111111111111:secret:tls-abc");
    context.put("operatorsDomain", "updraft.example.com");
    context.put("operatorsCertificate", "arn:aws:acm:us-east-1" + ACM);
    context.put("cloudFrontCertificate", "arn:aws:acm:us-east-1" + ACM);
    context.put("devicesDomain", "devices.example.com");
    context.put("devicesCertificate", "arn:aws:acm:eu-central-1" + ACM);
    context.put("trustStore", "s3://artifacts/trust.pem");
    context.put("alarmEmail", "ops@example.com");
    return context;
  }

  static StageSettings settings() {
    return StageReader.read(FOLDER, context());
  }
}
