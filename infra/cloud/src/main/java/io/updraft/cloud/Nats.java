package io.updraft.cloud;

import java.util.List;
import java.util.Optional;

/** Where JetStream is. */
sealed interface Nats {

  /**
   * A cluster that is there already.
   *
   * @param url its servers, divided by commas, without user and password
   * @param credentialsSecret ARN of the secret with the credentials, if it wants any
   * @param subnets in which the functions that speak with it run; none where it is reached through
   *     the internet
   */
  record Existing(
      String url,
      Optional<String> credentialsSecret,
      List<String> subnets,
      List<String> securityGroups)
      implements Nats {
    public Existing {
      subnets = List.copyOf(subnets);
      securityGroups = List.copyOf(securityGroups);
    }
  }

  /**
   * Three servers of our own.
   *
   * @param image of Amazon Linux 2023 for arm64; named, since another image replaces the servers
   * @param archive {@code s3://bucket/key} of the release of nats-server for linux-arm64
   * @param archiveSha256 of that file, in hex
   * @param domain the servers are {@code a.}, {@code b.} and {@code c.} of it
   * @param certificateSecret ARN of the secret with {@code certificate}, {@code key} and {@code ca}
   *     in PEM, for {@code *.domain}, of an authority that the JDK knows
   */
  record Cluster(
      String instance,
      int volumeGiB,
      String image,
      String archive,
      String archiveSha256,
      String domain,
      String certificateSecret)
      implements Nats {}
}
