package io.updraft.cloud;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * Where NATS and the functions that speak with it are. No way leads to the internet or from it:
 * what is needed of AWS is reached through endpoints.
 */
final class NetworkStack extends Stack {
  private static final int PREFIX = 24;

  private final StageSettings settings;
  private final Vpc vpc;

  NetworkStack(Construct scope, String id, StackProps props, StageSettings settings) {
    super(scope, id, props);
    this.settings = settings;
    this.vpc =
        Vpc.Builder.create(this, "Vpc")
            .ipAddresses(IpAddresses.cidr("10.80.0.0/16"))
            .maxAzs(Broker.SERVERS)
            .natGateways(0)
            .subnetConfiguration(List.of(isolated()))
            .build();
    vpc.addFlowLog("FlowLog", FlowLogOptions.builder().build());
    addGateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
    addGateway("S3", GatewayVpcEndpointAwsService.S3);
    addInterface("SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
    addInterface("Lambda", InterfaceVpcEndpointAwsService.LAMBDA);
  }

  private static SubnetConfiguration isolated() {
    return SubnetConfiguration.builder()
        .name("Isolated")
        .subnetType(SubnetType.PRIVATE_ISOLATED)
        .cidrMask(PREFIX)
        .build();
  }

  private void addGateway(String id, GatewayVpcEndpointAwsService service) {
    vpc.addGatewayEndpoint(id, GatewayVpcEndpointOptions.builder().service(service).build());
  }

  private void addInterface(String id, InterfaceVpcEndpointAwsService service) {
    vpc.addInterfaceEndpoint(id, InterfaceVpcEndpointOptions.builder().service(service).build());
  }

  /** Said here, since the CDK would ask the account, and a dry run has none. */
  @Override
  public List<String> getAvailabilityZones() {
    return Stream.of("a", "b", "c").map(settings.region()::concat).toList();
  }

  Vpc vpc() {
    return vpc;
  }
}
