#!/bin/bash
# Makes a server of NATS of a machine with Amazon Linux 2023. Run once, at the first start.
set -euo pipefail
umask 077
secret() { aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text; }
field() { python3 -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

# The disk is attached a while after the start; it has streams where a server came before.
for _ in $(seq 120); do
  disk="$(lsblk -dpno NAME,MOUNTPOINT,TYPE | awk '$NF == "disk" {print $1}' |
    while read -r each; do [[ -z "$(lsblk -no MOUNTPOINT "$each" | tr -d ' \n')" ]] && echo "$each"; done | head -1)"
  [[ -n "$disk" ]] && break
  sleep 5
done
[[ -n "$disk" ]] || { echo "no disk for the streams" >&2; exit 1; }
blkid "$disk" >/dev/null || mkfs.xfs "$disk"
mkdir -p /var/lib/nats
echo "UUID=$(blkid -s UUID -o value "$disk") /var/lib/nats xfs defaults,noatime,nofail 0 2" >>/etc/fstab
mount /var/lib/nats

aws s3 cp "@ARCHIVE@" /tmp/nats.tar.gz
echo "@SHA256@  /tmp/nats.tar.gz" | sha256sum --check
tar -xzf /tmp/nats.tar.gz -C /tmp --wildcards '*/nats-server' --strip-components=1
install -m 755 /tmp/nats-server /usr/local/bin/nats-server

id nats >/dev/null 2>&1 || useradd --system --shell /sbin/nologin nats
mkdir -p /etc/nats
certificate="$(secret "@CERTIFICATE@")"
for part in certificate key ca; do field "$part" <<<"$certificate" >"/etc/nats/$part.pem"; done
credentials="$(secret "@CREDENTIALS@")"
cat >/etc/nats/nats.conf <<CONF
server_name: @NAME@
listen: "0.0.0.0:4222"
tls { cert_file: "/etc/nats/certificate.pem", key_file: "/etc/nats/key.pem", ca_file: "/etc/nats/ca.pem" }
authorization {
  user: "$(field username <<<"$credentials")"
  password: "$(field password <<<"$credentials")"
}
jetstream { store_dir: "/var/lib/nats", sync_interval: always }
cluster {
  name: updraft
  listen: "0.0.0.0:6222"
  tls { cert_file: "/etc/nats/certificate.pem", key_file: "/etc/nats/key.pem", ca_file: "/etc/nats/ca.pem" }
  routes: ["tls://a.@DOMAIN@:6222", "tls://b.@DOMAIN@:6222", "tls://c.@DOMAIN@:6222"]
}
CONF
chown -R nats:nats /etc/nats /var/lib/nats
cat >/etc/systemd/system/nats.service <<'UNIT'
[Unit]
After=network-online.target var-lib-nats.mount
Requires=var-lib-nats.mount
[Service]
User=nats
ExecStart=/usr/local/bin/nats-server -c /etc/nats/nats.conf
Restart=always
LimitNOFILE=65536
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now nats
