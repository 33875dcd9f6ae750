package io.updraft.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in Docker, started by the first test of this process that wants it; Testcontainers
 * takes it away when the process ends. The image is the last one that needs no account.
 */
final class LocalStack {
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private LocalStack() {}

  static boolean canStart() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  static Endpoint endpoint(String service) {
    LocalStackContainer server = Running.SERVER;
    return new Endpoint(
        service,
        server.getEndpoint(),
        server.getRegion(),
        server.getAccessKey(),
        server.getSecretKey(),
        true);
  }

  /** Loaded, and so started, when somebody asks for it. */
  private static final class Running {
    private static final LocalStackContainer SERVER = start();

    private static LocalStackContainer start() {
      LocalStackContainer server =
          new LocalStackContainer(DockerImageName.parse(IMAGE))
              .withServices("dynamodb", "s3", "sqs");
      server.start();
      return server;
    }
  }
}
