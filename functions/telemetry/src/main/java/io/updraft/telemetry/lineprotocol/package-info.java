/**
 * {@code POST /api/v2/write}: the line protocol of InfluxDB, as its clients of version 2 write it.
 *
 * <table>
 * <caption>What becomes of a line</caption>
 * <tr><th>in the line</th><th>here</th></tr>
 * <tr><td>tag {@code device_id}</td><td>the device; no tag any more</td></tr>
 * <tr><td>tag {@code device}</td><td>the device where neither {@code device_id} nor the credentials
 * name one; and a tag like others in any case</td></tr>
 * <tr><td>measurement and field</td><td>metric {@code measurement.field}; a field {@code value}
 * has the name of the measurement</td></tr>
 * <tr><td>other tags</td><td>tags</td></tr>
 * <tr><td>{@code 1.5}, {@code 1e3}</td><td>a double</td></tr>
 * <tr><td>{@code 15i}</td><td>a whole number of 64 bits</td></tr>
 * <tr><td>{@code 15u}</td><td>the same; from 2 to the 63rd an exact number</td></tr>
 * <tr><td>{@code t}, {@code false} ...</td><td>a boolean</td></tr>
 * <tr><td>{@code "text"}</td><td>a text</td></tr>
 * <tr><td>time</td><td>the time in the precision of the request; without one, the time at which
 * the request came</td></tr>
 * </table>
 */
@NullMarked
package io.updraft.telemetry.lineprotocol;

import org.jspecify.annotations.NullMarked;
