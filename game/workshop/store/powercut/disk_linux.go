package powercut

import (
	"context"
	"math/rand/v2"
	"os"
	"sync"
	"syscall"
	"testing"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// A Disk is one folder. The process that has it mounted must not look into it itself: others do.
type Disk struct {
	fs.Inode
	Folder string

	mu    sync.Mutex
	fault Fault
	files map[string]*node
}

// Mount mounts an empty disk for a test. Where it cannot, the test is left out, and says so.
func Mount(t testing.TB) *Disk {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("LEFT OUT: power cuts need root, to mount a file system that forgets")
	}
	if _, err := os.Stat("/dev/fuse"); err != nil {
		t.Skipf("LEFT OUT: power cuts need /dev/fuse: %v", err)
	}
	d := &Disk{Folder: t.TempDir(), files: map[string]*node{}}
	server, err := fs.Mount(d.Folder, d, &fs.Options{MountOptions: fuse.MountOptions{
		DirectMountStrict: true, FsName: "powercut", Name: "powercut", DisableXAttrs: true, MaxWrite: 128 << 10,
	}})
	if err != nil {
		t.Skipf("LEFT OUT: power cuts need to mount: %v", err)
	}
	t.Cleanup(func() {
		if err := server.Unmount(); err != nil {
			t.Errorf("unmount %s: %v", d.Folder, err)
		}
	})
	return d
}

// Cut takes the power away. Whoever had files open must be dead.
func (d *Disk) Cut(dice *rand.Rand) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, n := range d.files {
		n.cut(dice)
		n.NotifyContent(0, 0)
	}
}

// Fail lets the disk fail from now on; the zero Fault mends it.
func (d *Disk) Fail(f Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fault = f
}

// Failed tells whether a fault has come to its end: it failed as often as it should.
func (d *Disk) Failed() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.fault.Times == 0
}

func (d *Disk) due(syncs bool) syscall.Errno {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.fault.due(syncs)
}

// node is a file in the one folder.
type node struct {
	fs.Inode
	file
	disk *Disk
}

var (
	_ fs.NodeCreater   = (*Disk)(nil)
	_ fs.NodeUnlinker  = (*Disk)(nil)
	_ fs.NodeFsyncer   = (*Disk)(nil)
	_ fs.NodeOpener    = (*node)(nil)
	_ fs.NodeReader    = (*node)(nil)
	_ fs.NodeWriter    = (*node)(nil)
	_ fs.NodeFsyncer   = (*node)(nil)
	_ fs.NodeFlusher   = (*node)(nil)
	_ fs.NodeGetattrer = (*node)(nil)
	_ fs.NodeSetattrer = (*node)(nil)
)

// Create makes a file.
func (d *Disk) Create(ctx context.Context, name string, _, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	n := &node{file: file{dirty: map[int64]struct{}{}, mode: mode & 0o777}, disk: d}
	child := d.NewPersistentInode(ctx, n, fs.StableAttr{Mode: fuse.S_IFREG})
	d.AddChild(name, child, true)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files[name] = n
	n.attributes(&out.Attr)
	return child, nil, 0, 0
}

// Unlink removes a file.
func (d *Disk) Unlink(_ context.Context, name string) syscall.Errno {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.files, name)
	return 0
}

// Fsync has nothing to do for the folder: names are kept at once.
func (d *Disk) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno { return 0 }

func (n *node) attributes(out *fuse.Attr) {
	size, mode := n.size()
	out.Size, out.Mode, out.Blocks, out.Nlink = size, fuse.S_IFREG|mode, (size+511)/512, 1
}

// Open opens the file.
func (n *node) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) { return nil, 0, 0 }

// Flush has nothing to do: closing does not sync.
func (n *node) Flush(context.Context, fs.FileHandle) syscall.Errno { return 0 }

// Read reads what programs see.
func (n *node) Read(_ context.Context, _ fs.FileHandle, into []byte, at int64) (fuse.ReadResult, syscall.Errno) {
	return fuse.ReadResultData(n.read(at, len(into))), 0
}

// Write writes where no fault is due.
func (n *node) Write(_ context.Context, _ fs.FileHandle, b []byte, at int64) (uint32, syscall.Errno) {
	if errno := n.disk.due(false); errno != 0 {
		return 0, errno
	}
	n.write(b, at)
	return uint32(len(b)), 0
}

// Fsync brings the file to the disk where no fault is due.
func (n *node) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno {
	if errno := n.disk.due(true); errno != 0 {
		n.failSync()
		return errno
	}
	n.sync()
	return 0
}

// Getattr tells the length and the mode.
func (n *node) Getattr(_ context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	n.attributes(&out.Attr)
	return 0
}

// Setattr sets the length and the mode.
func (n *node) Setattr(_ context.Context, _ fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	if size, ok := in.GetSize(); ok {
		n.resize(int64(size))
	}
	if mode, ok := in.GetMode(); ok {
		n.mu.Lock()
		n.mode = mode & 0o777
		n.mu.Unlock()
	}
	n.attributes(&out.Attr)
	return 0
}
