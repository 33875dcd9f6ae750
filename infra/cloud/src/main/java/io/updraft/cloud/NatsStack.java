package io.updraft.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.route53.PrivateHostedZone;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** JetStream on three servers, one in each availability zone, and the password to it. */
final class NatsStack extends Stack {
  private static final int CLIENTS = 4222;
  private static final int ROUTES = 6222;
  private static final int PASSWORD_LENGTH = 48;

  private final Vpc vpc;
  private final Nats.Cluster nats;
  private final Secret credentials;
  private final SecurityGroup functions;
  private final List<NatsServer> servers = new ArrayList<>();

  NatsStack(
      Construct scope,
      String id,
      StackProps props,
      StageSettings settings,
      Nats.Cluster nats,
      Vpc vpc) {
    super(scope, id, props);
    this.vpc = vpc;
    this.nats = nats;
    this.credentials = credentials(settings);
    this.functions = group("Functions", "The functions that speak with NATS");
    SecurityGroup group = group("Servers", "The servers of NATS");
    group.addIngressRule(functions, Port.tcp(CLIENTS), "clients");
    group.addIngressRule(group, Port.tcp(ROUTES), "the other servers");
    PrivateHostedZone zone =
        PrivateHostedZone.Builder.create(this, "Zone").zoneName(nats.domain()).vpc(vpc).build();
    for (ISubnet subnet : vpc.getIsolatedSubnets()) {
      String name = String.valueOf((char) ('a' + servers.size()));
      servers.add(
          new NatsServer(
              this, name, new NatsServer.Place(vpc, subnet, group, zone), nats, credentials));
    }
  }

  private Secret credentials(StageSettings settings) {
    return Secret.Builder.create(this, "Credentials")
        .secretName(settings.name("nats"))
        .description("User and password for NATS; only the functions of outbox/ read it")
        .removalPolicy(RemovalPolicy.RETAIN)
        .generateSecretString(
            SecretStringGenerator.builder()
                .secretStringTemplate("{\"username\":\"updraft\"}")
                .generateStringKey("password")
                .passwordLength(PASSWORD_LENGTH)
                .excludePunctuation(true)
                .build())
        .build();
  }

  private SecurityGroup group(String id, String description) {
    return SecurityGroup.Builder.create(this, id).vpc(vpc).description(description).build();
  }

  List<NatsServer> servers() {
    return List.copyOf(servers);
  }

  Broker broker() {
    List<String> names =
        servers.stream()
            .map(s -> "tls://" + s.name() + "." + nats.domain() + ":" + CLIENTS)
            .toList();
    return new Broker(
        String.join(",", names),
        Optional.of(credentials.getSecretArn()),
        Broker.SERVERS,
        vpc.getIsolatedSubnets().stream().map(ISubnet::getSubnetId).toList(),
        List.of(functions.getSecurityGroupId()));
  }
}
