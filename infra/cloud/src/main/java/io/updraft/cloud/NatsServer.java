package io.updraft.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.CfnVolumeAttachment;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ec2.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * One server, and the disk that has its streams. The disk outlives the server, and the stack: EC2
 * restarts a server whose host fails, with the same address and the same disk.
 */
final class NatsServer extends Construct {
  private static final Duration RECORD_LIFE = Duration.seconds(30);
  private static final int ROOT_GIB = 16;

  private final String name;
  private final Instance instance;

  /** Where a server stands. */
  record Place(IVpc vpc, ISubnet subnet, ISecurityGroup group, IHostedZone zone) {}

  NatsServer(Construct scope, String name, Place place, Nats.Cluster nats, ISecret credentials) {
    super(scope, "Server-" + name);
    this.name = name;
    this.instance = instance(place, nats, credentials);
    instance.addToRolePolicy(reading(nats));
    credentials.grantRead(instance);
    attach(volume(place, nats));
    ARecord.Builder.create(this, "Name")
        .zone(place.zone())
        .recordName(name)
        .ttl(RECORD_LIFE)
        .target(RecordTarget.fromIpAddresses(instance.getInstancePrivateIp()))
        .build();
  }

  private Instance instance(Place place, Nats.Cluster nats, ISecret credentials) {
    String region = place.subnet().getStack().getRegion();
    return Instance.Builder.create(this, "Instance")
        .vpc(place.vpc())
        .vpcSubnets(SubnetSelection.builder().subnets(List.of(place.subnet())).build())
        .securityGroup(place.group())
        .instanceType(new InstanceType(nats.instance()))
        .machineImage(MachineImage.genericLinux(Map.of(region, nats.image())))
        .requireImdsv2(true)
        .detailedMonitoring(true)
        .disableApiTermination(true)
        .blockDevices(List.of(root()))
        .userData(UserData.custom(boot(nats, credentials)))
        .build();
  }

  private static BlockDevice root() {
    return BlockDevice.builder()
        .deviceName("/dev/xvda")
        .volume(
            BlockDeviceVolume.ebs(
                ROOT_GIB,
                EbsDeviceOptions.builder()
                    .encrypted(true)
                    .volumeType(EbsDeviceVolumeType.GP3)
                    .build()))
        .build();
  }

  private Volume volume(Place place, Nats.Cluster nats) {
    return Volume.Builder.create(this, "Streams")
        .availabilityZone(place.subnet().getAvailabilityZone())
        .size(Size.gibibytes(nats.volumeGiB()))
        .volumeType(EbsDeviceVolumeType.GP3)
        .encrypted(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private void attach(Volume volume) {
    CfnVolumeAttachment.Builder.create(this, "Attachment")
        .device("/dev/sdf")
        .instanceId(instance.getInstanceId())
        .volumeId(volume.getVolumeId())
        .build();
  }

  private static PolicyStatement reading(Nats.Cluster nats) {
    return PolicyStatement.Builder.create()
        .actions(List.of("s3:GetObject", "secretsmanager:GetSecretValue"))
        .resources(
            List.of(
                nats.archive().replaceFirst("^s3://", "arn:aws:s3:::"), nats.certificateSecret()))
        .build();
  }

  /** Only names of secrets are in it: whoever may describe the instance sees it. */
  private String boot(Nats.Cluster nats, ISecret credentials) {
    return resource("boot-nats.sh")
        .replace("@NAME@", name)
        .replace("@DOMAIN@", nats.domain())
        .replace("@ARCHIVE@", nats.archive())
        .replace("@SHA256@", nats.archiveSha256())
        .replace("@CERTIFICATE@", nats.certificateSecret())
        .replace("@CREDENTIALS@", credentials.getSecretArn());
  }

  private static String resource(String file) {
    try (InputStream in = NatsServer.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  String instanceId() {
    return instance.getInstanceId();
  }
}
