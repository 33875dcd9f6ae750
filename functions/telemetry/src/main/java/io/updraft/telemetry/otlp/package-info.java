/**
 * {@code POST /v1/metrics}: metrics of OpenTelemetry, by OTLP over HTTP, in protobuf or JSON.
 *
 * <table>
 * <caption>What becomes of a data point</caption>
 * <tr><th>there</th><th>here</th></tr>
 * <tr><td>resource attribute {@code device.id}</td><td>the device</td></tr>
 * <tr><td>resource attribute {@code service.instance.id}</td><td>the device where neither {@code
 * device.id} nor the credentials name one: the SDKs make a new one at each start</td></tr>
 * <tr><td>other resource attributes, scope, exemplars, start time</td><td>left out</td></tr>
 * <tr><td>name and unit of the metric</td><td>metric name and unit as they are; an empty unit is
 * none</td></tr>
 * <tr><td>attributes</td><td>tags, as text; lists and maps as JSON, bytes in base64; empty ones are
 * left out</td></tr>
 * <tr><td>{@code time_unix_nano}</td><td>the time; 0 is refused</td></tr>
 * <tr><td>gauge, sum</td><td>the value, whole or double, whatever the temporality</td></tr>
 * <tr><td>histogram</td><td>{@code name.count} without a unit, {@code name.sum}, {@code name.min},
 * {@code name.max} as far as they are there, and {@code name.buckets}: {@code {"bounds": [],
 * "counts": []}}</td></tr>
 * <tr><td>exponential histogram</td><td>the same without buckets</td></tr>
 * <tr><td>summary</td><td>{@code name.count}, {@code name.sum}, and a quantile of 0.999 as {@code
 * name.p99.9}; those of 0 and 1 as {@code name.min} and {@code name.max}</td></tr>
 * <tr><td>flag {@code NO_RECORDED_VALUE}</td><td>nothing</td></tr>
 * <tr><td>not a number, infinity</td><td>refused</td></tr>
 * </table>
 */
@NullMarked
package io.updraft.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
