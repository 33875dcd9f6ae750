/** Alerts: rules over what devices measure. */
@NullMarked
package io.updraft.alert;

import org.jspecify.annotations.NullMarked;
