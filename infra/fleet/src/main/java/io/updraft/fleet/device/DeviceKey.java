package io.updraft.fleet.device;

import io.updraft.fleet.http.Credentials;

/** The credentials of one device: its own key, made when it is needed, or refused. */
final class DeviceKey implements Credentials {
  private final String device;
  private final Enrolment enrolment;

  DeviceKey(String device, Enrolment enrolment) {
    this.device = device;
    this.enrolment = enrolment;
  }

  @Override
  public String header() throws InterruptedException {
    return "ApiKey " + enrolment.key(device);
  }

  @Override
  public boolean renew(String refused) throws InterruptedException {
    enrolment.newKey(device);
    return true;
  }
}
