/**
 * Modules of 6.1 and 6.12 that a plain word can mean: small letters only, five at least, in no dictionary of English, the kernel's name for
 * nothing else. Left out: file systems, makers of hardware, and what everybody says of a subsystem (`virtio`).
 */
export const MODULE_NAMES: ReadonlySet<string> = new Set(
  `aacraid abituguru acecad acenic acerhdf adpll adummy adutux advantechwdt agpgart aircable alcor ambakmi amdgpu amdxcp amifb
  amiflop amijoy amikbd amimouse amiserial apbuart applesmc applespi appletouch applicom aquantia arcfb arcmsr arcpgu arkfb
  armmmci arxescsi atakbd atarilance atmtcp atyfb authencesn avmfritz bcmsysport bdisp bfusb bitrev blocklayoutdriver bpqether
  brcmfmac brcmnand brcmsmac brcmutil broadsheetfb btbcm btcoexist btintel btmrvl btmtk btmtksdio btmtkuart btnxpuart btqca btrsi
  btrtl btsdio btusb bxcan carminefb cassini cbmem ccree cctrng ccwgroup cfbcopyarea cfbfillrect cfbimgblt chipreg chtls cirrusfb
  cmdlinepart cordic coretemp cpmac cpqphp cptpf cptvf cqhci crvml cryptd csiostor ctucanfd cxacru cxgbit cxlflash cyapatp
  cyberjack cytherm davicom dcdbas dcssblk ddbridge declance defxx defza denali digsig dimlib dpdmai drivetemp ebtables echainiv
  eesox efibc ehset empeg envctrl etherh etnaviv eurotechwdt evbug exfat exynosdrm ezusb fakelb farsync fbnic fbtft fcrypt fealnx
  flexcan forcedeth fschmd fsldma ftsteutates funeth gamecon gdmtty gdmulte gdrom geodewdt globtest gluebi goldfishfb grcan greth
  greybus grvga habanalabs hackrf hamachi hclge hclgevf hdaps hdlcd hdlcdrv hdpvr hecubafb hfcmulti hfcpci hfpll hfsplus hgafb
  hideep hilkbd hinic hitfb hmcdrv hpilo hplance hptiop hpwdt htcpen ibmaem ibmasm ibmasr ibmpex ibmphp ibmpowernv ibmveth ibmvfc
  ibmvmc ibmvnic ibmvscsi ibmvscsis ichxrom icplus icssg idmouse idtcps ifcvf igbvf imxdrm imxfb industrialio indydog inftl inport
  intelfb ioasid ioatdma ipddp iphase ipheth ipvlan ipvtap ipwireless irdma irqbypass ivtvfb iwldvm iwlegacy iwlmei iwlmvm iwlwifi
  ixgbe ixgbevf jazzsonic kalmia kaweth kcomedilib kernelcapi keyspan kheaders komeda korina ksmbd kvmgt kyrofb lapbether ldmvsw
  ldusb legousbtower libaes libaescfb libaesgcm libahci libata libceph libchacha libcomposite libcryptoutils libcxgb libcxgbi
  libdes libertas libeth libfc libfcoe libie libiscsi libnvdimm libphy libsas libwx liteuart lkdtm lockd locktorture locomolcd
  logibm longhaul longrun lvstest machzwd macmace macmodes macsonic macvlan macvtap maplecontrol maplemouse mbcache mceusb
  megaraid memconsole memstick metronomefb micrel mixcomwd mlxfw mmpfb monreader monwriter mptbase mptctl mptfc mptlan mptsas
  mptscsih mptspi msgqueue mspec mtdblock mtdoops mtdpstore mtdram mtdswap mvmdio mvneta mvsas mvsdio mvumi mwave mwifiex mxcmmc
  mxser mxsfb mxuport nandcore natsemi nbpfaxi neofb netiucv netjet nettel newtonkbd nfcmrvl nfnetlink nicstar nixge ntsync nvmet
  nwbutton nwflash ocrdma ofdrm ofpart omapdrm omapdss omapfb openprom oradax panfrost panthor parkbd pcmad pcmciamtd pcmmio
  pcmuio pcrypt pcspkr phonet phram physmap pismo pktcdvd pktgen plfxlc plusb pmbus pmcraid powermate ppdev pppoatm pppox psample
  psnap ptdma pvpanic pxafb pxamci qcaux qcomsmempart qcrypto qcserial qlcnic qlogicfas qsemi qtnfmac radeonfb ramoops rcuscale
  rcutorture rdmavt refscale repaper rfcomm rionet rmnet rockchipdrm rpaphp rpckbd rpcmouse rpcrdma rrunner rtase rtllib rtlwifi
  rxperf rxrpc savagefb sbrmi sbshc sccnxp scftorture scpart sdhci sensorhub seqiv sgiseeq sharpsl sharpslpart shdma shwdt silead
  simpledrm simplefb sisfb sisusbvga slicoss smipcie smscufx smsdvb smsgiucv smsmdtv smssdio smsusb socfpga softdog soundcore
  sparcspkr speedfax speedtch spidernet spidev spinand sppinctrl ssfdc sstfb sticore stkwebcam stmfts stmmac stnic streamzap
  sunbmac sundance sungem sunhme sunlance sunsab sunsu sunvdc sunvnet sunzilog superhyway svgalib symbolserial syscopyarea
  sysfillrect sysimgblt tcrypt tdfxfb tehuti teranetics testmmiotrace tgafb tidss tilcdc timbuart tlclk tmiofb toshsd touchright
  touchwin tridentfb tsnep ttusbdecfe ttynull ttyprintk turbografx tvaudio uartlite uctrl udlfb uinput uleds usbatm usbcore usbdux
  usbduxfast usbduxsigma usbhid usbkbd usblcd usbmon usbmouse usbserial usbsevseg usbtest usbtmc usbtouchscreen userio uvcvideo
  uvdevice uvesafb vboxguest vboxsf vboxvideo vchiq vduse viafb vicodec videodev viperboard vmgenid vmlfb vmlogrdr vmwgfx vxcan
  wanxl wdrtas whiteheat wlcore xgmac xilinxfb xillyusb xpnet xtsonic xusbatm yellowfin zaurus zcrypt zinitix zsmalloc`.split(
    /\s+/u,
  ),
);
