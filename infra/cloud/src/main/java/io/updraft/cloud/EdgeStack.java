package io.updraft.cloud;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.constructs.Construct;

/**
 * The users' door, in us-east-1, where CloudFront's firewalls and certificates have to be.
 * CloudFront shows its own certificate to the devices' domain, so that nobody gets around the
 * firewall without one.
 */
final class EdgeStack extends Stack {
  static final String REGION = "us-east-1";

  private static final String ORIGIN = "api";
  private static final int HTTPS = 443;

  /** Of AWS: nothing is cached; all of a request but the name of the host is passed on. */
  private static final String NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  /** Of AWS, for aliases of all distributions. */
  private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  private final Domains domains;

  EdgeStack(Construct scope, String id, StackProps props, String firewall, Domains domains) {
    super(scope, id, props);
    this.domains = domains;
    CfnDistribution distribution = distribution(Firewall.create(this, firewall).getAttrArn());
    domains.zone().ifPresent(zone -> record(zone, distribution));
    CfnOutput.Builder.create(this, "OperatorsAddress")
        .value("https://" + domains.operators())
        .build();
  }

  private CfnDistribution distribution(String firewallArn) {
    return CfnDistribution.Builder.create(this, "Operators")
        .distributionConfig(
            CfnDistribution.DistributionConfigProperty.builder()
                .enabled(true)
                .httpVersion("http2and3")
                .aliases(List.of(domains.operators()))
                .webAclId(firewallArn)
                .origins(List.of(origin()))
                .defaultCacheBehavior(behavior())
                .viewerCertificate(certificate())
                .build())
        .build();
  }

  private CfnDistribution.OriginProperty origin() {
    return CfnDistribution.OriginProperty.builder()
        .id(ORIGIN)
        .domainName(domains.devices())
        .customOriginConfig(
            CfnDistribution.CustomOriginConfigProperty.builder()
                .originProtocolPolicy("https-only")
                .originSslProtocols(List.of("TLSv1.2"))
                .httpsPort(HTTPS)
                .originMtlsConfig(
                    CfnDistribution.OriginMtlsConfigProperty.builder()
                        .clientCertificateArn(domains.cloudFrontCertificate())
                        .build())
                .build())
        .build();
  }

  private static CfnDistribution.DefaultCacheBehaviorProperty behavior() {
    return CfnDistribution.DefaultCacheBehaviorProperty.builder()
        .targetOriginId(ORIGIN)
        .viewerProtocolPolicy("https-only")
        .allowedMethods(List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"))
        .cachePolicyId(NO_CACHE)
        .originRequestPolicyId(ALL_BUT_HOST)
        .build();
  }

  private CfnDistribution.ViewerCertificateProperty certificate() {
    return CfnDistribution.ViewerCertificateProperty.builder()
        .acmCertificateArn(domains.operatorsCertificate())
        .minimumProtocolVersion("TLSv1.2_2021")
        .sslSupportMethod("sni-only")
        .build();
  }

  private void record(Domains.Zone zone, CfnDistribution distribution) {
    CfnRecordSet.Builder.create(this, "Name")
        .hostedZoneId(zone.id())
        .name(domains.operators())
        .type("A")
        .aliasTarget(
            CfnRecordSet.AliasTargetProperty.builder()
                .dnsName(distribution.getAttrDomainName())
                .hostedZoneId(CLOUDFRONT_ZONE)
                .build())
        .build();
  }
}
