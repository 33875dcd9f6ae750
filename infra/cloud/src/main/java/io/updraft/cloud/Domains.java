package io.updraft.cloud;

import java.util.Optional;

/**
 * The two doors of the API. Users come through CloudFront with its firewall; devices through a
 * regional domain that asks for their certificate, and so does CloudFront itself.
 *
 * @param operators name of the users' domain
 * @param operatorsCertificate ARN in ACM, in us-east-1
 * @param cloudFrontCertificate ARN in ACM, in us-east-1: what CloudFront shows the devices' domain
 * @param devices name of the devices' domain
 * @param devicesCertificate ARN in ACM, in the region of the stage
 * @param trustStore {@code s3://bucket/key} of the authorities in PEM, of devices and of CloudFront
 * @param zone where the names are kept in Route 53, if they are
 */
record Domains(
    String operators,
    String operatorsCertificate,
    String cloudFrontCertificate,
    String devices,
    String devicesCertificate,
    String trustStore,
    Optional<Zone> zone) {

  /** A public hosted zone. */
  record Zone(String id, String name) {}
}
