package io.updraft.cloud;

import java.util.List;
import java.util.Optional;

/**
 * How the functions that speak with NATS reach it. Values can be tokens of other stacks.
 *
 * @param credentialsSecret ARN
 * @param replicas of each stream
 * @param subnets none where the functions need no VPC
 */
record Broker(
    String url,
    Optional<String> credentialsSecret,
    int replicas,
    List<String> subnets,
    List<String> securityGroups) {
  /** What JetStream wants for a stream that survives the loss of a server. */
  static final int SERVERS = 3;

  Broker {
    subnets = List.copyOf(subnets);
    securityGroups = List.copyOf(securityGroups);
  }

  static Broker of(Nats.Existing nats) {
    return new Broker(
        nats.url(), nats.credentialsSecret(), SERVERS, nats.subnets(), nats.securityGroups());
  }
}
