package io.updraft.device.http;

import io.updraft.client.ServiceSettings;
import io.updraft.testing.FakeService;
import java.time.Duration;

/** A device service as tests need it. */
public final class ServiceSamples {
  public static final int ATTEMPTS = 2;

  private ServiceSamples() {}

  public static HttpDevices client(FakeService service) {
    return new HttpDevices(
        new ServiceSettings(
            "device_service",
            service.address(),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            ATTEMPTS,
            Duration.ofMillis(1),
            Duration.ofMinutes(1)),
        "secret");
  }

  /** What the service says of a device. */
  public static String body(String deviceId, String model, String hardware, String firmware) {
    return """
        {"device_id":"%s","name":"Pump 7","model":"%s","status":"online",
         "hardware_version":"%s","firmware_version":"%s","user_id":"olga"}
        """
        .formatted(deviceId, model, hardware, firmware);
  }
}
