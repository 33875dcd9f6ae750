package io.updraft.cloud;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigatewayv2.CfnApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnDomainName;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.constructs.Construct;

/** The domain that asks for a client certificate: for devices, and for CloudFront before users. */
final class DomainStack extends Stack {
  private final Domains domains;

  DomainStack(Construct scope, String id, StackProps props, Domains domains, String apiId) {
    super(scope, id, props);
    this.domains = domains;
    CfnDomainName name = domain();
    CfnApiMapping.Builder.create(this, "Mapping")
        .apiId(apiId)
        .domainName(name.getRef())
        .stage("$default")
        .build();
    domains.zone().ifPresent(zone -> record(zone, name));
  }

  private CfnDomainName domain() {
    return CfnDomainName.Builder.create(this, "Devices")
        .domainName(domains.devices())
        .domainNameConfigurations(
            List.of(
                CfnDomainName.DomainNameConfigurationProperty.builder()
                    .certificateArn(domains.devicesCertificate())
                    .endpointType("REGIONAL")
                    .securityPolicy("TLS_1_2")
                    .build()))
        .mutualTlsAuthentication(
            CfnDomainName.MutualTlsAuthenticationProperty.builder()
                .truststoreUri(domains.trustStore())
                .build())
        .build();
  }

  private void record(Domains.Zone zone, CfnDomainName name) {
    CfnRecordSet.Builder.create(this, "Name")
        .hostedZoneId(zone.id())
        .name(domains.devices())
        .type("A")
        .aliasTarget(
            CfnRecordSet.AliasTargetProperty.builder()
                .dnsName(name.getAttrRegionalDomainName())
                .hostedZoneId(name.getAttrRegionalHostedZoneId())
                .build())
        .build();
  }
}
