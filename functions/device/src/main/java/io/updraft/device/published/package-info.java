/** What campaigns may ask of devices and of the updates of their targets. */
@NullMarked
package io.updraft.device.published;

import org.jspecify.annotations.NullMarked;
